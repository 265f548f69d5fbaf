using IoLab.Closure;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos;
using IoLab.Tree;

namespace IoLab.Resumer;

/// <summary>A machine in a world of its own, for tests that look inside: by name, with reify forced at every n-th call.</summary>
public sealed class MachineHost
{
    /// <summary>A machine: <c>tree</c>, <c>closure</c> or <c>bytecode</c>.</summary>
    public MachineHost(string machine, int reifyEvery = 0)
    {
        Vm = Bootstrap.Create(new HostServices { Output = new OutputSink(), Error = new OutputSink(), Clock = new VirtualClock(0) });
        Vm.Machine = machine switch
        {
            "tree" => new TreeMachine(Vm),
            "closure" => new ClosureMachine(Vm, reifyEvery),
            "bytecode" => new IoLab.Bytecode.BytecodeMachine(Vm, reifyEvery),
            _ => throw new ArgumentException($"unknown machine '{machine}': tree, closure or bytecode"),
        };
        Launch.Describe(Vm, "test", false, []);
    }

    /// <summary>The world.</summary>
    public Vm Vm { get; }

    /// <summary>What was printed so far.</summary>
    public string Output => Vm.Host.Output.Text;

    /// <summary>Runs source in the Lobby on a thread with a large stack.</summary>
    /// <returns>The value; Unwind when it raised or was ended.</returns>
    public Value Run(string source)
    {
        Value value = default;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    value = Source.TryParse(Vm, source, "test", null, out var chain) ? Vm.Machine.Run(chain, Vm.World.Lobby, Vm.World.Lobby) : Vm.Unwind;
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            256 << 20);
        thread.Start();
        thread.Join();
        return failure is null ? value : throw new InvalidOperationException("the machine failed", failure);
    }

    /// <summary>A global that holds a sequence, as bytes.</summary>
    public byte[] Bytes(string global) =>
        Vm.TryGetSlot(Vm.World.Lobby, Vm.Symbols.Intern(global), out var value) && value.PayloadAs<Seq>() is { } seq
            ? seq.Bytes.ToArray()
            : throw new InvalidOperationException($"no sequence in the global '{global}'");

    /// <summary>Sets a global to a sequence.</summary>
    public void Give(string global, byte[] bytes) =>
        Vm.Slots.Set(Vm.World.Lobby, Vm.Symbols.Intern(global), Vm.World.NewSequence(Seq.FromBytes(bytes)));

    /// <summary>Continues a serialised computation and runs it to its end.</summary>
    public Value Continue(byte[] state)
    {
        Give("state", state);
        return Run("Continuation fromBytes(state) invoke(nil)");
    }

    /// <summary>The error of the exception that ended a run.</summary>
    public string Error => Vm.TryGetSlot(Vm.StopValue, Vm.Names.Error, out var error) ? error.ToString() : "";
}

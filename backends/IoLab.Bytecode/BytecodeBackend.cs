using IoLab.Contract;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos;
using IoLab.Sessions;

namespace IoLab.Bytecode;

/// <summary>The bytecode machine as a backend.</summary>
public sealed class BytecodeBackend : VmBackend, ICodeLister
{
    /// <inheritdoc/>
    public override string Name => "bytecode";

    /// <inheritdoc/>
    public override string Description => "Register bytecode with inline caches, run by one loop over heap frames.";

    /// <summary>What tests do to code before it is checked.</summary>
    internal Func<Code, Code>? Retouch { get; init; }

    /// <inheritdoc/>
    public override Capabilities Capabilities => base.Capabilities | Capabilities.Profiling | Capabilities.Unguided;

    /// <inheritdoc/>
    protected override Machine CreateMachine(Vm vm, DebugOptions debug)
    {
        var machine = new BytecodeMachine(vm, debug.ReifyEvery) { KeepsCode = debug.ListsCode, Retouch = Retouch, Profiles = debug.Profile };
        machine.Verifies |= debug.VerifiesCode;
        return machine;
    }

    /// <inheritdoc/>
    protected override RunProfile? ReadProfile(Machine machine) => ((BytecodeMachine)machine).ReadProfile();

    /// <inheritdoc/>
    protected override IReadOnlyList<CodeListing> ListCode(Machine machine)
    {
        var own = (BytecodeMachine)machine;
        var disassembler = new Disassembler(new Definitions(own.Program), own.Program);
        return [.. own.Compiled.Where(code => code.Root is { } root && !ReferenceEquals(root.Label, Prelude.Label)).Select(disassembler.List)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<CodeListing> ListCode(IoProgram program)
    {
        var vm = Bootstrap.Create(new HostServices { Output = new OutputSink(), Error = new OutputSink(), Clock = new VirtualClock(0) });
        var machine = new BytecodeMachine(vm, reifyEvery: 0);
        vm.Machine = machine;
        if (!Source.TryParse(vm, program.Source, program.Label, null, out var chain))
            throw new CodeRefusedException(vm.TryGetSlot(vm.StopValue.Ref!, vm.Names.Error, out var error) && error.PayloadAs<Seq>() is { } text ? text.ToText() : "compile error");
        var definitions = new Definitions(chain);
        var disassembler = new Disassembler(definitions, chain);
        var codes = new List<CodeListing>();
        if (chain is not null)
            codes.Add(disassembler.List(Compiler.Chain(machine, chain, version: 0)));
        codes.AddRange(definitions.Made.Select(made => disassembler.List(Compiler.Body(machine, new BlockPayload([.. made.Arguments.SkipLast(1).Select(formal => formal.Name)], made.Arguments[^1], null), version: 0))));
        return codes;
    }
}

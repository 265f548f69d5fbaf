using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>One entry of a strand: code that runs or waits, or a frame that is stepped.</summary>
internal struct Record
{
    /// <summary>The code; null: <see cref="Item"/>.</summary>
    public Code? Code;
    /// <summary>Of an activation: who was called from where.</summary>
    public CallTarget? Target;
    /// <summary>A control frame, or a call whose arguments are evaluated one by one.</summary>
    public Frame? Item;
    /// <summary>Of an activation: the caller's locals, when the record below does not tell.</summary>
    public IoObject? Sender;
    /// <summary>The next instruction.</summary>
    public int Pc;
    /// <summary>The place of the window; the value goes there too, when the record below is code.</summary>
    public int Base;
    /// <summary>The record whose window holds the locals: itself, or an activation below.</summary>
    public int Owner;
    /// <summary>How many calls in a row, up to this one, were the last thing their callers did.</summary>
    public int TailRun;
}

/// <summary>
/// The live part of a coroutine: records and their windows, in two arrays that grow. What lies below the first record is in portable frames. A switch to another coroutine exchanges strands
/// and copies nothing.
/// </summary>
internal sealed class Strand : ILocalsSource, ISenderSource, ILiveFrames
{
    private readonly BytecodeMachine _machine;

    /// <summary>An empty strand.</summary>
    public Strand(BytecodeMachine machine, int registers, int records)
    {
        _machine = machine;
        Registers = new Value[registers];
        Records = new Record[records];
    }

    /// <summary>The windows.</summary>
    public Value[] Registers;
    /// <summary>The records, from 1.</summary>
    public Record[] Records;
    /// <summary>The newest record; 0: none.</summary>
    public int Depth;

    /// <summary>While its coroutine is suspended: the portable frames below.</summary>
    public Frame? Below;

    /// <summary>While its coroutine is suspended: what the machine's <see cref="BytecodeMachine.Changes"/> were then.</summary>
    public int SuspendedAt;

    /// <summary>Is it a machine's?</summary>
    public bool IsOf(BytecodeMachine machine) => ReferenceEquals(_machine, machine);

    /// <inheritdoc/>
    public Frame? ToFrames()
    {
        var below = Below;
        Below = null;
        return _machine.Capture(this, below, isSuspended: true);
    }

    /// <summary>The first register that no record uses.</summary>
    public int Top
    {
        get
        {
            if (Depth == 0)
                return 0;
            ref var top = ref Records[Depth];
            return top.Code is { } code ? top.Base + code.Size : top.Base + 1;
        }
    }

    /// <summary>Makes room for a window and a record.</summary>
    /// <param name="end">Behind the window's last register.</param>
    /// <param name="most">So many records there may be at most.</param>
    public void Reserve(int end, int most)
    {
        if (end > Registers.Length)
            Array.Resize(ref Registers, Math.Max(end, Registers.Length * 2));
        if (Depth + 2 > Records.Length)
            Array.Resize(ref Records, Math.Max(Depth + 2, Math.Min(most, Records.Length * 2)));
    }

    /// <summary>The locals in which a record evaluates.</summary>
    public IoObject LocalsOf(int record)
    {
        ref var it = ref Records[record];
        if (it.Code is null)
            return it.Item!.Context!;
        if (it.Owner != record)
            return LocalsOf(it.Owner);
        return Registers[it.Base].Ref ?? _machine.Materialize(this, record);
    }

    /// <inheritdoc/>
    public IoObject MaterializeLocals(int window) => LocalsOf(window);

    /// <inheritdoc/>
    public void SetLocal(int window, Symbol name, Value value)
    {
        ref var it = ref Records[window];
        if (Registers[it.Base].Ref is { } locals)
        {
            _machine.Vm.Slots.Set(locals, name, value);
            return;
        }
        var index = Array.IndexOf(it.Code!.Names, name);
        if (index >= 0)
            Registers[it.Base + Code.FirstRegister + index] = value;
        else
            _machine.Vm.Slots.Set(LocalsOf(window), name, value);
    }

    /// <inheritdoc/>
    public IoObject? SenderOf(Activation activation)
    {
        var record = activation.Window;
        if (record > Depth || Records[record].Target is null || !ReferenceEquals(Registers[Records[record].Base].Ref?.Payload, activation))
            return null;
        return SenderOf(record);
    }

    /// <inheritdoc/>
    public void SetSelf(Activation activation, Value self)
    {
        var record = activation.Window;
        if (record <= Depth && Records[record].Target is not null && ReferenceEquals(Registers[Records[record].Base].Ref?.Payload, activation))
            Registers[Records[record].Base + Code.SelfRegister] = self;
    }

    /// <summary>The locals of an activation's caller.</summary>
    public IoObject? SenderOf(int record) => Records[record].Sender ?? (record > 1 ? LocalsOf(record - 1) : null);
}

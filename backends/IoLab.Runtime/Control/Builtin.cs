using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>The four kinds of built-ins, and plain data slots. See ARCHITECTURE.md.</summary>
public enum BuiltinKind
{
    /// <summary>A C# function of evaluated arguments.</summary>
    Eager,
    /// <summary>The same, but it may redirect to a prelude method.</summary>
    Guarded,
    /// <summary>A C# state machine over unevaluated arguments.</summary>
    Control,
    /// <summary>An Io method of the prelude.</summary>
    Prelude,
    /// <summary>A value, made by C# or by the prelude.</summary>
    Data,
}

/// <summary>One row of the table of slots. Immutable and shared by all VMs; closure compares by identity.</summary>
public sealed unsafe class Builtin
{
    /// <summary>The proto that owns the slot.</summary>
    public required string Proto { get; init; }
    /// <summary>The slot's name.</summary>
    public required string Name { get; init; }
    /// <summary>Which kind.</summary>
    public required BuiltinKind Kind { get; init; }
    /// <summary>The arguments, for people: <c>index: Number, value</c>.</summary>
    public string Arguments { get; init; } = "";
    /// <summary>One sentence.</summary>
    public string Doc { get; init; } = "";
    /// <summary>Is it also a slot of the Locals proto (io-language.md 3.5.1)?</summary>
    public bool IsOnLocals { get; init; }
    /// <summary>Does it leave its receiver alone? Sent to implicitly, it then needs no Locals object.</summary>
    public bool IgnoresReceiver { get; init; }
    /// <summary>The kind a receiver must have, or null for any.</summary>
    public Kind? Receiver { get; init; }
    /// <summary>The stop statuses a control primitive consumes.</summary>
    public StopKind Consumes { get; init; }
    /// <summary>Events inside are not traced, and it is not counted as a step: intrinsics of the prelude.</summary>
    public bool IsIntrinsic { get; init; }

    /// <summary>The function of an eager or guarded built-in.</summary>
    public delegate*<Vm, Value, in Args, Value> Eager;
    /// <summary>The step function of a control built-in.</summary>
    public delegate*<Vm, ControlFrame, Request> Step;

    private ulong _contentHash;

    /// <summary>A hash of proto and name for traces and edges: the same in every process.</summary>
    public ulong ContentHash => _contentHash != 0 ? _contentHash : _contentHash = Math.Max(1, TraceHash.Of($"{Proto} {Name}"));

    /// <summary>Steps again at once, in the state the frame is in now.</summary>
    public Request StepAgain(Vm vm, ControlFrame frame) => Step(vm, frame);

    /// <summary>For texts such as <c>asString</c>: the answer when no message has to be sent for it, else null. Null when there is no such shortcut.</summary>
    public delegate*<Vm, Value, Seq?> Plain;

    /// <inheritdoc/>
    public override string ToString() => $"{Proto}_{Name}()";
}

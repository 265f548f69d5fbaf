using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>Knows the caller of an activation whose caller keeps its locals in registers.</summary>
public interface ISenderSource
{
    /// <summary>The caller's Locals object, or null when the caller is gone.</summary>
    IoObject? SenderOf(Activation activation);

    /// <summary>The slot <c>self</c> of an activation's locals has another value: what it runs sees that too. Nothing happens when it has ended.</summary>
    void SetSelf(Activation activation, Value self);
}

/// <summary>The payload of a Locals object: what is known of the call that made it.</summary>
public sealed class Activation : Payload
{
    private IoObject? _sender;
    private readonly IoObject? _slotContext;

    /// <summary>The block that was activated.</summary>
    public required IoObject Block { get; init; }
    /// <summary>The receiver (a method's) or the scope (a block's) it was made with; a program may give its locals another <c>self</c> (<see cref="Vm.ImplicitReceiver"/>).</summary>
    public required Value Self { get; init; }
    /// <summary>What <c>call target</c> answers, when it is not the sender.</summary>
    public Value? OwnTarget { get; init; }
    /// <summary>The calling message.</summary>
    public required Message Message { get; init; }
    /// <summary>Who knows the sender while it is not set.</summary>
    public ISenderSource? SenderSource { get; set; }
    /// <summary>The place of this activation's registers, for <see cref="SenderSource"/>.</summary>
    public int Window { get; init; }
    /// <summary>The names kept in registers, for machines that do: other names that appear in the object bump their epoch.</summary>
    public HashSet<Symbol>? RegisterNames { get; set; }
    /// <summary>The object in which the slot was found; of a block without one, the sender, which is not held a second time.</summary>
    public IoObject? SlotContext
    {
        get => _slotContext ?? (Block.Payload is BlockPayload { Scope: not null } ? Sender : null);
        init => _slotContext = value;
    }
    /// <summary>How many activations in a row were replaced by tail calls to get here.</summary>
    public int TailCalls { get; set; }
    /// <summary>Has a tail call taken its place?</summary>
    public bool IsReplaced { get; set; }
    /// <summary>After this many tail calls in a row, older senders are let go: a tail-recursive loop runs in constant space.</summary>
    public const int MaxSenderChain = 64;
    /// <summary>The coroutine at the call, when known.</summary>
    public IoObject? Coroutine { get; set; }
    /// <summary>The Call object, made when <c>call</c> is first read.</summary>
    public IoObject? CallObject { get; set; }
    /// <summary>A stop for the caller that takes effect when the activation ends: what <c>call setStopStatus</c> and <c>relayStopStatus</c> leave.</summary>
    public Control.StopKind PendingStop { get; set; }
    /// <summary>Does the activation let stop statuses through? Copied from the block at entry.</summary>
    public bool PassStops { get; init; }

    /// <summary>The caller's locals; null when they are gone.</summary>
    public IoObject? Sender
    {
        get => _sender ?? (_sender = SenderSource?.SenderOf(this));
        set
        {
            _sender = value;
            SenderSource = null;
        }
    }

    /// <summary>What <c>call target</c> answers: the receiver of a method, the sender of a block.</summary>
    public Value Target => OwnTarget ?? (Sender is { } sender ? sender : Self);

    /// <summary>The same for an object that stands in front of the locals: its names are nobody's registers.</summary>
    public Activation ForContext()
    {
        var copy = (Activation)MemberwiseClone();
        copy.RegisterNames = null;
        return copy;
    }

    /// <inheritdoc/>
    public override Kind Kind => Kind.Locals;
}

/// <summary>The payload of a Call object.</summary>
public sealed class CallPayload(Activation activation) : Payload
{
    /// <summary>What it tells about.</summary>
    public Activation Activation { get; } = activation;

    /// <inheritdoc/>
    public override Kind Kind => Kind.Call;
}

/// <summary>The payload of blocks and methods.</summary>
public sealed class BlockPayload(Symbol[] formals, Message? body, IoObject? scope) : Payload
{
    /// <summary>The formals' names.</summary>
    public Symbol[] Formals { get; private set; } = formals;
    /// <summary>The body; null is empty.</summary>
    public Message? Body { get; private set; } = body;
    /// <summary>The locals a block was made in; null for a method.</summary>
    public IoObject? Scope { get; set; } = scope;
    /// <summary>Lets break, continue and return through to the caller.</summary>
    public bool PassStops { get; set; }
    /// <summary>A prelude method: skipped by traces, frames and <c>call sender</c>.</summary>
    public bool IsOpaque { get; init; }
    /// <summary>A machine's compiled form; cleared when the block changes.</summary>
    public object? Code { get; set; }
    /// <summary>The shape of its locals: self, call, updateSlot, formals.</summary>
    public Shape? LocalsShape { get; set; }

    /// <inheritdoc/>
    public override Kind Kind => Kind.Block;

    /// <summary>Replaces the formals.</summary>
    public void SetFormals(Symbol[] formals)
    {
        Formals = formals;
        Code = null;
        LocalsShape = null;
    }

    /// <summary>Replaces the body.</summary>
    public void SetBody(Message? body)
    {
        Body = body;
        Code = null;
    }

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new BlockPayload(Formals, Body, Scope) { PassStops = PassStops, IsOpaque = IsOpaque };

    /// <inheritdoc/>
    public override Payload Snapshot() => CloneFor(null!);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot)
    {
        var old = (BlockPayload)snapshot;
        SetFormals(old.Formals);
        SetBody(old.Body);
        Scope = old.Scope;
        PassStops = old.PassStops;
    }
}

/// <summary>The payload of CFunction objects.</summary>
public sealed class CFunctionPayload(Control.Builtin builtin) : Payload
{
    /// <summary>The built-in it runs.</summary>
    public Control.Builtin Builtin { get; } = builtin;

    /// <inheritdoc/>
    public override Kind Kind => Kind.CFunction;

    /// <inheritdoc/>
    public override string ToString() => Builtin.ToString();
}

/// <summary>The payload of Message objects: the node they stand for.</summary>
public sealed class MessagePayload(Message message) : Payload
{
    /// <summary>The node.</summary>
    public Message Message { get; } = message;

    /// <summary>The node before it in its chain, known once a program has gone from there to here.</summary>
    public Message? Previous { get; set; }

    /// <inheritdoc/>
    public override Kind Kind => Kind.Message;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new MessagePayload(Message.DeepCopy());
}

/// <summary>What <see cref="Message.Cached"/> holds at run time.</summary>
public sealed class CachedValue(Value value)
{
    /// <summary>The value a literal yields.</summary>
    public Value Value { get; } = value;
}

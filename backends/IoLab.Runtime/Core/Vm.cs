using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Core;

/// <summary>
/// One Io world: its symbols, objects, stop state and services. Everything mutable hangs off an instance of this class; a process may
/// hold many. Not thread safe: one thread evaluates at a time.
/// </summary>
public sealed class Vm
{
    /// <summary>Creates an empty world; <see cref="Protos.Bootstrap"/> fills it.</summary>
    public Vm(HostServices host, MutantSet mutants = default)
    {
        Host = host;
        Mutants = mutants;
        Symbols = new SymbolTable();
        Names = new Names(Symbols);
        Lookup = new Lookup(Symbols);
        Slots = new Slots(this);
        Journal = new Journal(this);
        Unwind = Sentinels.Unwind;
        World = new World(this);
        Literals = new LiteralFactory(this);
        Coroutines = new CoroutineState(this);
        Nil = World.Nil;
        True = World.True;
        False = World.False;
    }

    /// <summary>The names of this world.</summary>
    public SymbolTable Symbols { get; }

    private const int ShortText = 64;

    private readonly RecentSymbols _recentSymbols = new();
    /// <summary>The names the runtime uses itself.</summary>
    public Names Names { get; }
    /// <summary>Slot and proto changes.</summary>
    public Slots Slots { get; }
    /// <summary>The undo journal.</summary>
    public Journal Journal { get; }
    /// <summary>Slot lookup.</summary>
    public Lookup Lookup { get; }
    /// <summary>The well-known objects.</summary>
    public World World { get; }
    /// <summary>Output, clock, files, environment.</summary>
    public HostServices Host { get; }
    /// <summary>The planted bugs that are switched on.</summary>
    public MutantSet Mutants { get; }
    /// <summary>Literals for the parser.</summary>
    public ILiteralFactory Literals { get; }
    /// <summary>What texts compiled at run time became.</summary>
    public Protos.SourceCache Sources { get; } = new();
    /// <summary>The current coroutine and what belongs to switching.</summary>
    public CoroutineState Coroutines { get; }
    /// <summary>The recorder of the event trace, or null.</summary>
    public Tracer? Tracer { get; set; }
    /// <summary>The recorder of the edges a run takes, or null. The tree machine tells it of control built-ins and methods too.</summary>
    public EdgeRecorder? Edges { get; set; }
    /// <summary>How many objects traces have numbered in the life of this world.</summary>
    internal uint LastObserved;
    /// <summary>The recorder of the library's slots that programs use, or null. The tree machine keeps it.</summary>
    public SlotUses? SlotUses { get; set; }
    /// <summary>The machine that evaluates here.</summary>
    public Machine Machine { get; set; } = null!;
    /// <summary>Makes a machine for another world, for Sandbox; null where worlds do not nest.</summary>
    public Func<Vm, Machine>? MachineFactory { get; set; }

    /// <summary>What an evaluation answers while it unwinds; the reason is in <see cref="Stop"/>.</summary>
    public readonly Value Unwind;
    /// <summary><c>nil</c>.</summary>
    public readonly Value Nil;
    /// <summary><c>true</c>.</summary>
    public readonly Value True;
    /// <summary><c>false</c>.</summary>
    public readonly Value False;

    /// <summary>Why evaluation unwinds.</summary>
    public StopKind Stop;
    /// <summary>The value of a break, continue or return; the exception of a raise.</summary>
    public Value StopValue;

    /// <summary>Steps since the run began, counted when <see cref="IsInstrumented"/>.</summary>
    public long Steps;
    /// <summary>The step at which the run ends.</summary>
    public long StepLimit = long.MaxValue;
    /// <summary>Do machines count steps and report events?</summary>
    public bool IsInstrumented;
    /// <summary>How many frames a coroutine may hold.</summary>
    public int FrameLimit = 4_000_000;

    /// <summary>The intrinsic prelude method a guarded primitive redirected to; read by the machine, then cleared.</summary>
    public IoObject? RedirectTo;

    /// <summary>A boolean value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Bool(bool b) => b ? True : False;

    /// <summary>Strips forwarders.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Resolve(Value v)
    {
        if (v.Ref is { } o && (o.Flags & ObjectFlags.Forwarder) != 0)
            return ResolveForwarder(o);
        return v;
    }

    private static Value ResolveForwarder(IoObject o)
    {
        var target = ((ForwarderPayload)o.Payload!).Target;
        while (target.Ref is { } next && (next.Flags & ObjectFlags.Forwarder) != 0)
            target = ((ForwarderPayload)next.Payload!).Target;
        return target;
    }

    /// <summary>
    /// Where the locals of an activation send what they do not know: to what their slot <c>self</c> holds. Without such a slot, or when the way would lead back to these locals, to the receiver or
    /// scope they were made with.
    /// </summary>
    public Value ImplicitReceiver(IoObject locals)
    {
        var made = ((Activation)locals.Payload!).Self;
        var index = locals.Shape.IndexOf(Names.Self);
        if (index < 0 || locals.Slots[index] is var self && self.Is(made) || LeadsBack(self, locals))
            return Resolve(made);
        return Resolve(self);
    }

    /// <summary>So many locals, each the self of those before, are followed at most.</summary>
    private const int MaxScopes = 10_000;

    /// <summary>Does a value a program made the self of some locals send what it does not know back to them?</summary>
    private bool LeadsBack(Value self, IoObject locals)
    {
        for (var i = 0; i < MaxScopes && Resolve(self).Ref is { Payload: Activation } next; i++)
        {
            if (ReferenceEquals(next, locals))
                return true;
            if (!Slots.TryGetOwn(next, Names.Self, out self))
                return false;
        }
        return false;
    }

    /// <summary>Where a lookup for a receiver starts: the object, or the stand-in for numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IoObject LookupStart(Value receiver)
    {
        if (receiver.Ref is not { } o)
            return World.HasNumberSlots ? World.StandInFor(receiver.Num) : World.NumberStandIn;
        return (o.Flags & ObjectFlags.Forwarder) == 0 ? o : LookupStart(ResolveForwarder(o));
    }

    /// <summary>A slot's raw value through protos; false when nobody has it.</summary>
    public bool TryGetSlot(Value receiver, Symbol name, out Value value)
    {
        if (Lookup.TryFind(LookupStart(receiver), name, out var location))
        {
            value = ReadRaw(location);
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The value at a location, with a lazily made Call object made.</summary>
    public Value ReadRaw(SlotLocation location)
    {
        var value = location.Raw;
        if (value.Ref is { } o && (o.Flags & (ObjectFlags.Sentinel | ObjectFlags.Forwarder)) != 0)
            return ReadSpecial(location.Holder, o);
        return value;
    }

    private Value ReadSpecial(IoObject holder, IoObject o)
    {
        if (ReferenceEquals(o, Sentinels.LazyCall))
            return CallObjectOf(holder);
        return (o.Flags & ObjectFlags.Forwarder) != 0 ? ResolveForwarder(o) : Nil;
    }

    /// <summary>The Call object of an activation, made on first use.</summary>
    public IoObject CallObjectOf(IoObject locals)
    {
        var activation = (Activation)locals.Payload!;
        return activation.CallObject ??= new IoObject(Slots.CloneShapeOf(World.Call), null, new CallPayload(activation));
    }

    /// <summary>What <c>type</c> would answer: the <c>type</c> slot if it holds text, else the kind's name.</summary>
    public string TypeName(Value v)
    {
        v = Resolve(v);
        if (TryGetSlot(v, Names.Type, out var type) && type.Ref?.Payload is Seq seq)
            return seq.ToText();
        return KindName(v);
    }

    /// <summary>The name of a value's primitive kind.</summary>
    public string KindName(Value v) => v.Ref is null ? "Number" : v.Ref.Kind switch
    {
        Kind.Nil => "nil",
        Kind.True => "true",
        Kind.False => "false",
        Kind.Locals => "Object",
        var kind => kind.ToString(),
    };

    /// <summary>A new object whose proto is <paramref name="proto"/>, with its payload cloned; no <c>init</c> is sent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IoObject Clone(IoObject proto)
    {
        var shape = proto.CloneShape ?? Slots.CloneShapeOf(proto);
        var flags = proto.Flags & ObjectFlags.Activatable;
        return proto.Payload is null ? new IoObject(shape, null, null, flags) : new IoObject(shape, null, proto.Payload.CloneFor(this), flags);
    }

    /// <summary>An immutable sequence object for text.</summary>
    public Value Text(string text) => World.NewSequence(Seq.FromText(text));

    /// <summary>The shared string object of a symbol. It belongs to the image whenever it is made: literals are the same object in every run, so what one does to it a reset must undo.</summary>
    public IoObject SymbolObject(Symbol symbol)
    {
        if (symbol.Object is IoObject known)
            return known;
        var seq = Seq.FromText(symbol.Text);
        seq.Symbol = symbol;
        var made = World.NewSequence(seq).Ref!;
        made.Flags |= ObjectFlags.Image;
        symbol.Object = made;
        return made;
    }

    /// <summary>The symbol a sequence names. It is kept only as long as somebody refers to it.</summary>
    public Symbol SymbolOf(Seq seq)
    {
        if (seq.Symbol is { } known)
            return known;
        var symbol = Intern(seq);
        // A long text that may grow does not hold a second one.
        if (!seq.IsMutable || seq.Count <= ShortText)
            seq.Symbol = symbol;
        return symbol;
    }

    private Symbol Intern(Seq seq)
    {
        if (seq.ItemType != ItemType.UInt8 || !_recentSymbols.TryFind(seq.Bytes, out var place))
            return InternText(seq);
        if (place.Symbol is { } recent)
            return recent;
        var symbol = InternText(seq);
        place.Keep(symbol);
        return symbol;
    }

    private Symbol InternText(Seq seq)
    {
        if (seq.ItemType != ItemType.UInt8 || seq.Count > ShortText || (seq.Encoding == SeqEncoding.Utf8 && !System.Text.Ascii.IsValid(seq.Bytes)))
            return Symbols.InternTransient(seq.ToText());
        Span<char> text = stackalloc char[ShortText];
        return Symbols.InternTransient(text[..System.Text.Encoding.Latin1.GetChars(seq.Bytes, text)]);
    }

    /// <summary>The Io object that stands for a message node.</summary>
    public Value Wrap(Message? message)
    {
        if (message is null)
            return Nil;
        return (IoObject)(message.Wrapper ??= new IoObject(Slots.CloneShapeOf(World.Message), null, new MessagePayload(message)));
    }

    /// <summary>Begins to unwind with a new Exception whose error is <paramref name="error"/>. Answers <see cref="Unwind"/>.</summary>
    public Value Raise(string error, Message? message = null)
    {
        var exception = Clone(World.Exception);
        Slots.Set(exception, Names.Error, Text(error));
        if (message is not null)
            Slots.Set(exception, Names.CaughtMessage, Wrap(message));
        return Raise(exception, message);
    }

    /// <summary>Begins to unwind with an exception object. Answers <see cref="Unwind"/>.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="message">The message that raises it, where known: for the trace.</param>
    public Value Raise(IoObject exception, Message? message = null)
    {
        Tracer?.Raise(exception, message);
        Slots.Set(exception, Names.Coroutine, Coroutines.Current);
        Machine.NoteRaise(exception);
        Stop = StopKind.Raise;
        StopValue = exception;
        return Unwind;
    }

    /// <summary>The same as a control primitive's answer.</summary>
    public Request RaiseRequest(string error, Message? message = null)
    {
        Raise(error, message);
        return Request.Unwind;
    }

    /// <summary>Begins to unwind to a loop or an activation.</summary>
    public Value StopWith(StopKind kind, Value value)
    {
        Stop = kind;
        StopValue = value;
        return Unwind;
    }

    /// <summary>Ends the whole run. Answers <see cref="Unwind"/>.</summary>
    public Value Abort(RunEnd reason, string? detail = null)
    {
        Host.End = reason;
        Host.EndDetail = detail;
        Stop = StopKind.Abort;
        return Unwind;
    }

    /// <summary>Answers from a guarded primitive: perform this intrinsic prelude method on the same receiver with the same arguments.</summary>
    public Value Redirect(Symbol intrinsic)
    {
        RedirectTo = World.Intrinsic(intrinsic);
        return Unwind;
    }

    /// <summary>The same with a prelude-like method made for the occasion.</summary>
    public Value RedirectWith(IoObject method)
    {
        RedirectTo = method;
        return Unwind;
    }

    /// <summary>
    /// An eager or guarded built-in has ended: tells the trace and the edges, unless the message is the prelude's. Machines call it when <see cref="IsInstrumented"/>,
    /// before they look at what the answer asks for.
    /// </summary>
    /// <param name="builtin">The built-in.</param>
    /// <param name="message">The message that called it.</param>
    /// <param name="receiver">Its receiver; <see cref="Sentinels.Absent"/> for locals that have no object.</param>
    /// <param name="operands">Its arguments.</param>
    /// <param name="answer">What it answered: <see cref="Unwind"/> is no value, and no event.</param>
    public void NoteAnswer(Control.Builtin builtin, Message message, Value receiver, ReadOnlySpan<Value> operands, Value answer)
    {
        if (ReferenceEquals(message.Label, Protos.Prelude.Label))
            return;
        Edges?.Called(builtin, receiver, operands, answer);
        if (!answer.IsUnwind)
            Tracer?.Result(builtin, message, answer);
    }

    /// <summary>Counts one step and looks at limits. False when the run must end; the stop state is then set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool CountStep()
    {
        if (++Steps < StepLimit && !Host.Interrupt)
            return true;
        return SlowStep();
    }

    private bool SlowStep()
    {
        if (Steps >= StepLimit)
        {
            Abort(RunEnd.StepLimit, $"reached the limit of {StepLimit} steps");
            return false;
        }
        return CheckInterrupt();
    }

    /// <summary>A loop begins another turn: a step and a safepoint. False when the run must end; the stop state is then set.</summary>
    public bool BackEdge() => IsInstrumented ? CountStep() : !Host.Interrupt || CheckInterrupt();

    /// <summary>Called at safepoints when <see cref="HostServices.Interrupt"/> is set. False when the run must end.</summary>
    public bool CheckInterrupt()
    {
        if (Host.TakeInterrupt() is { } reason)
        {
            Abort(reason.End, reason.Detail);
            return false;
        }
        return true;
    }
}

using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>The well-known objects of a world. <see cref="Protos.Bootstrap"/> gives them their slots.</summary>
public sealed class World
{
    private readonly Vm _vm;
    private readonly Shape _emptyShape = Shape.Root([]);
    private System.Runtime.CompilerServices.ConditionalWeakTable<IoObject, object> _identities = [];
    private Dictionary<double, IoObject>? _numberStandIns;
    private long _lastIdentity;

    internal World(Vm vm)
    {
        _vm = vm;
        Lobby = Bare();
        ProtosHolder = Bare();
        Core = Bare();
        Object = Bare();
        Addons = Bare();
        Lobby.Flags |= ObjectFlags.Proto;
        Nil = Derived(new TagPayload(Kind.Nil, "nil"));
        True = Derived(new TagPayload(Kind.True, "true"));
        False = Derived(new TagPayload(Kind.False, "false"));
        // Their own slots are found by place and epoch, as those of protos are.
        Nil.Flags |= ObjectFlags.Proto;
        True.Flags |= ObjectFlags.Proto;
        False.Flags |= ObjectFlags.Proto;
        Number = Derived(new NumberPayload(0));
        Sequence = Derived(new Seq([], 0, ItemType.UInt8, SeqEncoding.Utf8, true));
        ImmutableSequence = new IoObject(Slots.CloneShapeOf(Sequence), null, new Seq([], 0, ItemType.UInt8, SeqEncoding.Ascii, false));
        vm.Names.Empty.Object = ImmutableSequence;
        Vector = new IoObject(Slots.CloneShapeOf(Sequence), null, new Seq([], 0, ItemType.Float32, SeqEncoding.Number, true));
        List = Derived(new ListPayload());
        Map = Derived(new MapPayload());
        Block = Derived(new BlockPayload([], null, null));
        Message = Derived(new MessagePayload(new Message(vm.Symbols.Intern("[unnamed]"))));
        Call = Derived(null);
        CFunction = Derived(null);
        Exception = Derived(null);
        Coroutine = Derived(new Control.CoroutinePayload());
        Locals = Bare();
        Locals.Flags |= ObjectFlags.Proto;
        Number.Flags |= ObjectFlags.Proto; // Where every lookup on a number begins, though nothing may have cloned it yet.
        LocalsRoot = Slots.CloneShapeOf(Locals).With(vm.Names.Self).With(vm.Names.Call).With(vm.Names.UpdateSlot);
        Intrinsics = Bare();
        MainCoroutine = _vm.Clone(Coroutine);
        Core.Shape = Slots.CloneShapeOf(Object);
        ProtosHolder.Shape = Slots.CloneShapeOf(Core);
        Lobby.Shape = Slots.CloneShapeOf(ProtosHolder);
        Object.Shape = Slots.CloneShapeOf(Lobby);
        Addons.Shape = Slots.CloneShapeOf(Object);
        Slots.MakeUnique(Lobby);
    }

    /// <summary>Globals live here; target and locals of scripts.</summary>
    public IoObject Lobby { get; }
    /// <summary>Holds Core and Addons; the Lobby's proto.</summary>
    public IoObject ProtosHolder { get; }
    /// <summary>Holds the protos by name.</summary>
    public IoObject Core { get; }
    /// <summary>Holds addons; empty.</summary>
    public IoObject Addons { get; }
    /// <summary>The root proto.</summary>
    public IoObject Object { get; }
    /// <summary>nil.</summary>
    public IoObject Nil { get; }
    /// <summary>true.</summary>
    public IoObject True { get; }
    /// <summary>false.</summary>
    public IoObject False { get; }
    /// <summary>The Number proto: where lookups on numbers start.</summary>
    public IoObject Number { get; }
    /// <summary>The Sequence proto, an empty mutable sequence.</summary>
    public IoObject Sequence { get; }
    /// <summary>The empty immutable sequence that <c>ImmutableSequence</c> and <c>String</c> name.</summary>
    public IoObject ImmutableSequence { get; }
    /// <summary>The Vector proto: an empty mutable sequence of float32 numbers.</summary>
    public IoObject Vector { get; }
    /// <summary>The List proto.</summary>
    public IoObject List { get; }
    /// <summary>The Map proto.</summary>
    public IoObject Map { get; }
    /// <summary>The Block proto.</summary>
    public IoObject Block { get; }
    /// <summary>The Message proto.</summary>
    public IoObject Message { get; }
    /// <summary>The Call proto.</summary>
    public IoObject Call { get; }
    /// <summary>The CFunction proto.</summary>
    public IoObject CFunction { get; }
    /// <summary>The Exception proto.</summary>
    public IoObject Exception { get; }
    /// <summary>The Coroutine proto.</summary>
    public IoObject Coroutine { get; }
    /// <summary>The coroutine scripts run on.</summary>
    public IoObject MainCoroutine { get; }
    /// <summary>The proto of all locals (io-language.md 3.5.1); it has no protos itself.</summary>
    public IoObject Locals { get; }
    /// <summary>The shape of locals without formals: self, call, updateSlot.</summary>
    public Shape LocalsRoot { get; }
    /// <summary>Prelude methods that guarded primitives redirect to; not reachable from programs.</summary>
    public IoObject Intrinsics { get; }

    /// <summary>Other protos by name.</summary>
    public Dictionary<string, IoObject> Others { get; } = [];

    /// <summary>Where lookups on numbers start.</summary>
    public IoObject NumberStandIn => Number;

    /// <summary>Has any single number been given slots?</summary>
    public bool HasNumberSlots => _numberStandIns is not null;

    /// <summary>The CFunction shown for Locals' own <c>updateSlot</c>.</summary>
    public Value LocalsUpdateSlot { get; set; }

    private IoObject Bare() => new(_emptyShape);

    private IoObject Derived(Payload? payload) => new(Slots.CloneShapeOf(Object), null, payload);

    /// <summary>A proto of this name, made on first use.</summary>
    public IoObject Proto(string name) => name switch
    {
        "Lobby" => Lobby,
        "Protos" => ProtosHolder,
        "Core" => Core,
        "Object" => Object,
        "nil" => Nil,
        "true" => True,
        "false" => False,
        "Number" => Number,
        "Sequence" => Sequence,
        "ImmutableSequence" => ImmutableSequence,
        "Vector" => Vector,
        "List" => List,
        "Map" => Map,
        "Block" => Block,
        "Message" => Message,
        "Call" => Call,
        "CFunction" => CFunction,
        "Exception" => Exception,
        "Coroutine" => Coroutine,
        "Locals" => Locals,
        "Intrinsics" => Intrinsics,
        _ => Others.TryGetValue(name, out var proto) ? proto : Others[name] = Derived(null),
    };

    /// <summary>A new List of values.</summary>
    public Value NewList(ReadOnlySpan<Value> values) => new IoObject(Slots.CloneShapeOf(List), null, new ListPayload(values));

    /// <summary>A new List over a payload.</summary>
    public Value NewList(ListPayload payload) => new IoObject(Slots.CloneShapeOf(List), null, payload);

    /// <summary>A new Map over a payload.</summary>
    public Value NewMap(MapPayload payload) => new IoObject(Slots.CloneShapeOf(Map), null, payload);

    /// <summary>A new Sequence over a payload.</summary>
    public Value NewSequence(Seq seq) => new IoObject(Slots.CloneShapeOf(Sequence), null, seq);

    /// <summary>A new Block; a method when its scope is null.</summary>
    public IoObject NewBlock(BlockPayload block) => new(
        Slots.CloneShapeOf(Block), null, block, block.Scope is null ? ObjectFlags.Activatable : ObjectFlags.None);

    /// <summary>The block that a <c>method(...)</c> or, with a scope, a <c>block(...)</c> message makes.</summary>
    public IoObject NewBlock(Message message, IoObject? scope)
    {
        var arguments = message.Arguments;
        var formals = new Symbol[Math.Max(0, arguments.Length - 1)];
        for (var i = 0; i < formals.Length; i++)
            formals[i] = arguments[i].Name;
        return NewBlock(new BlockPayload(formals, arguments.Length == 0 ? null : arguments[^1], scope));
    }

    /// <summary>A new CFunction.</summary>
    public IoObject NewCFunction(Control.Builtin builtin) =>
        new(Slots.CloneShapeOf(CFunction), null, new CFunctionPayload(builtin), ObjectFlags.Activatable);

    /// <summary>The prelude method behind a redirect.</summary>
    public IoObject Intrinsic(Symbol name) => Slots.TryGetOwn(Intrinsics, name, out var method)
        ? method.Ref!
        : throw new InvalidOperationException($"the prelude has no intrinsic '{name.Text}'");

    /// <summary>A number for an object's identity, in order of first asking: a stable order for objects without another. A reset forgets all of them, so that numbers begin anew.</summary>
    public long IdentityNumber(Value value)
    {
        if (value.Ref is not { } o)
            return 0;
        if (_identities.TryGetValue(o, out var known))
            return (long)known;
        if (_lastIdentity == 0)
            _vm.Journal.OnReset(() => (_identities, _lastIdentity) = ([], 0));
        _identities.Add(o, ++_lastIdentity);
        return _lastIdentity;
    }

    /// <summary>Where lookups on a particular number start.</summary>
    public IoObject StandInFor(double number) =>
        _numberStandIns!.TryGetValue(number, out var standIn) ? standIn : Number;

    /// <summary>The object that holds a number's own slots, made if need be. A reset forgets it.</summary>
    public IoObject MakeStandInFor(double number)
    {
        if (_numberStandIns is null)
        {
            _numberStandIns = [];
            _vm.Symbols.InvalidateAll();
            _vm.Journal.OnReset(() => _numberStandIns = null);
        }
        if (!_numberStandIns.TryGetValue(number, out var standIn))
            _numberStandIns.Add(number, standIn = new IoObject(Slots.CloneShapeOf(Number), null, new NumberPayload(number)));
        return standIn;
    }

    /// <summary>Makes the locals of an activation: self, call, updateSlot and formals, the last still to be filled.</summary>
    public IoObject NewLocals(BlockPayload block, Activation activation)
    {
        var shape = block.LocalsShape ?? (block.LocalsShape = LocalsShapeFor(block.Formals));
        var slots = new Value[Math.Max(4, shape.Count + 1)];
        slots[0] = activation.Self;
        slots[1] = Sentinels.LazyCall;
        slots[2] = LocalsUpdateSlot;
        return new IoObject(shape, slots, activation, ObjectFlags.Locals);
    }

    private Shape LocalsShapeFor(Symbol[] formals)
    {
        var shape = LocalsRoot;
        foreach (var formal in formals)
        {
            if (shape.IndexOf(formal) < 0)
                shape = shape.With(formal);
        }
        return shape;
    }
}

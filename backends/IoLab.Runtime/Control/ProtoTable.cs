using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>
/// The slots of one proto, as data: the single source of their names, kinds, arguments and documentation. Registration, the coverage
/// report, the documentation and the C guest's table are derived from these.
/// </summary>
public sealed unsafe class ProtoTable(string proto, Kind? receiver = null)
{
    private readonly List<Builtin> _builtins = [];
    private readonly List<(string Name, Func<Vm, Value> Make)> _data = [];

    /// <summary>The proto's name in Core.</summary>
    public string Proto { get; } = proto;

    /// <summary>The rows.</summary>
    public IReadOnlyList<Builtin> Builtins => _builtins;

    /// <summary>Makes the C# data of the proto itself; null when the world has made it.</summary>
    public Func<Vm, Payload>? MakePayload { get; private set; }

    /// <summary>Data slots and how to make them.</summary>
    public IReadOnlyList<(string Name, Func<Vm, Value> Make)> DataSlots => _data;

    /// <summary>Gives the proto C# data, which its clones copy.</summary>
    public ProtoTable Payload(Func<Vm, Payload> make)
    {
        MakePayload = make;
        return this;
    }

    /// <summary>The proto that comes before Object in this one's protos, or null.</summary>
    public string? Parent { get; private set; }

    /// <summary>Puts a proto before Object.</summary>
    public ProtoTable Inherits(string parent)
    {
        Parent = parent;
        return this;
    }

    /// <summary>An eager primitive.</summary>
    public ProtoTable Eager(
        string name, string arguments, delegate*<Vm, Value, in Args, Value> function, string doc, bool locals = false, bool anyReceiver = false,
        bool ignoresReceiver = false)
    {
        var row = new Builtin
        {
            Proto = Proto, Name = name, Kind = BuiltinKind.Eager, Arguments = arguments, Doc = doc, IsOnLocals = locals,
            Receiver = anyReceiver ? null : receiver, IgnoresReceiver = ignoresReceiver,
        };
        row.Eager = function;
        _builtins.Add(row);
        return this;
    }

    /// <summary>A guarded primitive: an eager one that may answer <see cref="Vm.Redirect"/>.</summary>
    public ProtoTable Guarded(string name, string arguments, delegate*<Vm, Value, in Args, Value> function, string doc, bool locals = false)
    {
        var row = new Builtin
        {
            Proto = Proto, Name = name, Kind = BuiltinKind.Guarded, Arguments = arguments, Doc = doc, IsOnLocals = locals, Receiver = receiver,
        };
        row.Eager = function;
        _builtins.Add(row);
        return this;
    }

    /// <summary>A control primitive.</summary>
    public ProtoTable Control(
        string name, string arguments, delegate*<Vm, ControlFrame, Request> step, string doc, StopKind consumes = StopKind.None,
        bool locals = false, bool anyReceiver = false, delegate*<Vm, Value, Seq?> plain = null)
    {
        var row = new Builtin
        {
            Proto = Proto, Name = name, Kind = BuiltinKind.Control, Arguments = arguments, Doc = doc, IsOnLocals = locals,
            Receiver = anyReceiver ? null : receiver, Consumes = consumes,
        };
        row.Step = step;
        row.Plain = plain;
        _builtins.Add(row);
        return this;
    }

    /// <summary>A method written in Io in <c>Prelude/&lt;Proto&gt;.io</c>; a test checks that both sides agree.</summary>
    public ProtoTable Prelude(string name, string arguments, string doc)
    {
        _builtins.Add(new Builtin { Proto = Proto, Name = name, Kind = BuiltinKind.Prelude, Arguments = arguments, Doc = doc });
        return this;
    }

    /// <summary>A value made when a world is made.</summary>
    public ProtoTable Data(string name, Func<Vm, Value> make, string doc)
    {
        _builtins.Add(new Builtin { Proto = Proto, Name = name, Kind = BuiltinKind.Data, Doc = doc });
        _data.Add((name, make));
        return this;
    }

    /// <summary>The row of a name.</summary>
    public Builtin this[string name] => _builtins.First(b => b.Name == name);
}

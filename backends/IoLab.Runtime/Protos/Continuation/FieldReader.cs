using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Continuation;

/// <summary>A Map that does not describe what it should; the text says where.</summary>
internal sealed class FieldException(string message) : System.Exception(message);

/// <summary>Reads the members of a Map, or tells which is missing or wrong.</summary>
internal sealed class FieldReader
{
    private readonly Vm _vm;
    private readonly MapPayload _map;
    private readonly string _where;

    /// <summary>A reader.</summary>
    /// <param name="vm">The world.</param>
    /// <param name="map">The Map; null when the program gave something else.</param>
    /// <param name="where">What it is called in errors.</param>
    /// <exception cref="FieldException">It is no Map.</exception>
    public FieldReader(Vm vm, MapPayload? map, string where)
    {
        _vm = vm;
        _map = map ?? throw new FieldException($"{where} must be a Map");
        _where = where;
    }

    /// <summary>A member.</summary>
    public Value Get(string key) => _map.Entries.TryGetValue(_vm.Symbols.Intern(key), out var value)
        ? _vm.Resolve(value)
        : throw new FieldException($"{_where} has no '{key}'");

    /// <summary>A member that is an object.</summary>
    public IoObject Object(string key) => Get(key).Ref ?? throw new FieldException($"'{key}' of {_where} must be an object");

    /// <summary>A member that is a Message.</summary>
    public Message Message(string key) =>
        Get(key).PayloadAs<MessagePayload>()?.Message ?? throw new FieldException($"'{key}' of {_where} must be a Message");

    /// <summary>A member that is a text.</summary>
    public string Text(string key) => Get(key).PayloadAs<Seq>()?.ToText() ?? throw new FieldException($"'{key}' of {_where} must be a Sequence");

    /// <summary>A member that is a whole number from 0 on.</summary>
    public int Count(string key) => Get(key) is { Ref: null, Num: >= 0 and <= int.MaxValue and var number }
        ? (int)number
        : throw new FieldException($"'{key}' of {_where} must be a whole number");

    /// <summary>The items of a member that is a List.</summary>
    public Value[] Items(string key) => List(Get(key), key).Items.ToArray();

    /// <summary>A value that is a List.</summary>
    public static ListPayload List(Value value, string key) => value.PayloadAs<ListPayload>() ?? throw new FieldException($"'{key}' must be a List");
}

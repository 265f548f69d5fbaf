using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.State;

/// <summary>
/// Stable names for the objects and messages of the pristine image: the path of slots by which a breadth-first walk first reaches an object, and
/// the pre-order position of a message in its method's body. Equal in every process of one IoLab version.
/// </summary>
internal sealed class ImageNames
{
    private readonly Dictionary<IoObject, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IoObject> _objects = [];
    private readonly Dictionary<Message, (string Block, int Position)> _messages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<Message>> _bodies = [];

    public ImageNames(Vm vm)
    {
        var pending = new Queue<IoObject>();
        Add("Lobby", vm.World.Lobby);
        Add("Locals", vm.World.Locals);
        Add("Intrinsics", vm.World.Intrinsics);
        Add("Main", vm.World.MainCoroutine);
        Add("Addons", vm.World.Addons);
        while (pending.TryDequeue(out var o))
        {
            var name = _names[o];
            vm.Journal.Original(o, out var shape, out var slots, out var payload);
            for (var i = 0; i < shape.Count; i++)
            {
                if (slots[i].Ref is { } value)
                    Add($"{name}/{shape.NameAt(i).Text}", value);
            }
            for (var i = 0; i < shape.Protos.Length; i++)
                Add($"{name}^{i}", shape.Protos[i]);
            if (payload is BlockPayload { Body: { } body })
                AddBody(name, body);
        }

        void Add(string name, IoObject o)
        {
            if ((o.Flags & (ObjectFlags.Image | ObjectFlags.Journaled)) == 0 || !_names.TryAdd(o, name))
                return;
            _objects[name] = o;
            pending.Enqueue(o);
        }
    }

    private void AddBody(string block, Message body)
    {
        if (_messages.ContainsKey(body))
            return;
        var order = new List<Message>();
        var pending = new Stack<Message>();
        pending.Push(body);
        while (pending.TryPop(out var m))
        {
            _messages.TryAdd(m, (block, order.Count));
            order.Add(m);
            if (m.Next is { } next)
                pending.Push(next);
            for (var i = m.Arguments.Length - 1; i >= 0; i--)
                pending.Push(m.Arguments[i]);
        }
        _bodies[block] = order;
    }

    /// <summary>The name of an image object, or null.</summary>
    public string? NameOf(IoObject o) => _names.GetValueOrDefault(o);

    /// <summary>The object of a name, or null.</summary>
    public IoObject? Find(string name) => _objects.GetValueOrDefault(name);

    /// <summary>The place of an image message, or null.</summary>
    public (string Block, int Position)? PlaceOf(Message m) => _messages.TryGetValue(m, out var place) ? place : null;

    /// <summary>The message at a place, or null.</summary>
    public Message? Find(string block, int position) =>
        _bodies.TryGetValue(block, out var order) && (uint)position < (uint)order.Count ? order[position] : null;
}

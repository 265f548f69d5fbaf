namespace IoLab.Language;

/// <summary>
/// A node of a message tree: a name, argument trees and the next message of its chain. Mutable, because Io programs may change
/// their own messages. The three opaque fields at the end belong to the runtime that evaluates the tree.
/// </summary>
public sealed class Message(Symbol name)
{
    /// <summary>The shared empty argument list.</summary>
    public static readonly Message[] NoArguments = [];

    /// <summary>The name; a literal's is its source spelling, quotes included; the terminator's is <c>;</c>.</summary>
    public Symbol Name = name;

    /// <summary>The arguments; never null, never changed in place once shared.</summary>
    public Message[] Arguments = NoArguments;

    /// <summary>The next message of the chain.</summary>
    public Message? Next;

    /// <summary>The label: a file path as given, <c>doString</c>, <c>Command Line</c>.</summary>
    public string Label = "";

    /// <summary>1-based line; 0 when unknown.</summary>
    public int Line;

    /// <summary>Byte offset from the start of the source just after the token; 0 when unknown.</summary>
    public int Character;

    /// <summary>Is this the terminator <c>;</c>? Kept by whoever sets <see cref="Name"/> through <see cref="Rename"/>.</summary>
    public bool IsTerminator = name.Text == ";";

    /// <summary>
    /// The cached result that evaluation yields without any lookup: what <see cref="ILiteralFactory"/> made of a literal, or what a
    /// program set; null for an ordinary message.
    /// </summary>
    public object? Cached;

    /// <summary>The Io object that stands for this node, made on demand.</summary>
    public object? Wrapper;

    /// <summary>A machine's compiled form of the chain that starts here.</summary>
    public object? Code;

    /// <summary>Changes the name.</summary>
    public void Rename(Symbol name)
    {
        Name = name;
        IsTerminator = name.Text == ";";
    }

    /// <summary>The last message of this chain (itself if alone).</summary>
    public Message Last
    {
        get
        {
            var m = this;
            while (m.Next is { } next)
                m = next;
            return m;
        }
    }

    /// <summary>Copies name, position, literal and argument array (shared nodes), without <see cref="Next"/>.</summary>
    public Message ShallowCopy() => new(Name)
    {
        Arguments = Arguments, Label = Label, Line = Line, Character = Character, IsTerminator = IsTerminator, Cached = Cached,
    };

    /// <summary>Copies the whole tree that starts here.</summary>
    public Message DeepCopy()
    {
        var root = ShallowCopy();
        var pending = new Stack<(Message From, Message To)>();
        pending.Push((this, root));
        while (pending.TryPop(out var pair))
        {
            var (from, to) = pair;
            if (from.Arguments.Length > 0)
            {
                to.Arguments = new Message[from.Arguments.Length];
                for (var i = 0; i < to.Arguments.Length; i++)
                {
                    to.Arguments[i] = from.Arguments[i].ShallowCopy();
                    pending.Push((from.Arguments[i], to.Arguments[i]));
                }
            }
            if (from.Next is not { } next)
                continue;
            to.Next = next.ShallowCopy();
            pending.Push((next, to.Next));
        }
        return root;
    }
}

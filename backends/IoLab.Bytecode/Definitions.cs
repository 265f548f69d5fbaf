using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>The methods and blocks that a program's text defines: how their bodies are told apart in listings.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<Message, string> _titles = new(ReferenceEqualityComparer.Instance);
    private readonly List<Message> _made = [];

    /// <summary>Those of a program.</summary>
    public Definitions(Message? program)
    {
        var pending = new Stack<(Message Chain, string? Name)>();
        if (program is not null)
            pending.Push((program, null));
        while (pending.TryPop(out var item))
        {
            var inner = new Stack<(Message, string?)>();
            for (Message? m = item.Chain; m is not null; m = m.Next)
            {
                Note(m, ReferenceEquals(m, item.Chain) ? item.Name : null);
                var name = NameSetBy(m);
                foreach (var argument in m.Arguments)
                    inner.Push((argument, name));
            }
            foreach (var next in inner)
                pending.Push(next);
        }
    }

    /// <summary>The messages <c>method(...)</c> and <c>block(...)</c>, in the order of the source.</summary>
    public IReadOnlyList<Message> Made => _made;

    /// <summary>How a body is defined, such as <c>f := method(n)</c>; null: not by the program's text.</summary>
    public string? Of(Message? body) => body is null ? null : _titles.GetValueOrDefault(body);

    private void Note(Message m, string? name)
    {
        if (m.Cached is not null || m.Name.Text is not ("method" or "block") || m.Arguments.Length == 0)
            return;
        _made.Add(m);
        _titles[m.Arguments[^1]] = $"{(name is null ? "" : $"{name} := ")}{m.Name.Text}({string.Join(", ", m.Arguments.SkipLast(1).Select(formal => formal.Name.Text))})";
    }

    /// <summary>The slot that an assignment's value goes to.</summary>
    private static string? NameSetBy(Message m) =>
        m.Name.Text is "setSlot" or "updateSlot" or "newSlot" && m.Arguments is [{ Cached: CachedValue { Value: { Ref.Payload: Seq name } } }, _] ? name.ToText() : null;
}

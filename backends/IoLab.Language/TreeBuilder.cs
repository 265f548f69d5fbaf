namespace IoLab.Language;

/// <summary>One parse: takes tokens and links messages, with its own stack of open groups.</summary>
internal sealed class TreeBuilder(string label, ParserContext context)
{
    private readonly LiteralDecoder _literals = new(context.Literals, context.Mutants);
    private readonly Symbol _semicolon = context.Symbols.Intern(";");
    private readonly Symbol[] _constants = [context.Symbols.Intern("nil"), context.Symbols.Intern("true"), context.Symbols.Intern("false")];
    private readonly object?[] _constantValues = new object?[3];

    private readonly Stack<Group> _groups = new();
    private readonly List<Message> _arguments = new(64); // of all open groups
    private Message? _head; // the chain being built, and its last message
    private Message? _tail;
    private Token? _terminator; // seen, and worth a message only if something follows it

    public Message? Build(string source)
    {
        var lexer = new Lexer(source, context.AllowIntrinsics, context.Mutants);
        while (lexer.Next(out var token))
        {
            switch (token.Kind)
            {
                case TokenKind.Terminator:
                    // Before the first message of a group an explicit semicolon counts: the printer writes such arguments.
                    if (_head is not null || (_groups.Count > 0 && lexer.SawSemicolon))
                        _terminator ??= token;
                    break;
                case TokenKind.OpenParen:
                    _groups.Push(new Group(_head!, _tail!, _arguments.Count));
                    StartChain();
                    break;
                case TokenKind.CloseParen:
                    EndChain();
                    CloseGroup();
                    break;
                case TokenKind.Comma:
                    if (_groups.Count == 0)
                        throw new SyntaxException("unused tokens", token.Line, token.Character, "no comma outside of brackets");
                    EndChain();
                    break;
                default:
                    if (_terminator is { } terminator)
                        Append(Node(_semicolon, terminator));
                    Append(Symbol(token, source));
                    break;
            }
        }

        return _head;
    }

    private Message Symbol(in Token token, ReadOnlySpan<char> source)
    {
        var text = token.Text(source);
        var message = Node(context.Symbols.Intern(text), token);
        message.Cached = token.Kind == TokenKind.Identifier ? Constant(message.Name) : _literals.Decode(token.Kind, text);
        return message;
    }

    private object? Constant(Symbol name)
    {
        var i = Array.IndexOf(_constants, name);
        return i < 0 ? null : _constantValues[i] ??= context.Literals.Constant(name.Text);
    }

    private Message Node(Symbol name, in Token token) => new(name) { Label = label, Line = token.Line, Character = token.Character };

    private void Append(Message message)
    {
        if (_tail is null)
            _head = message;
        else
            _tail.Next = message;
        _tail = message;
        _terminator = null;
    }

    private void StartChain()
    {
        _head = null;
        _tail = null;
        _terminator = null;
    }

    private void EndChain()
    {
        if (_head is not null)
            _arguments.Add(_head);
        StartChain();
    }

    private void CloseGroup()
    {
        var group = _groups.Pop();
        var count = _arguments.Count - group.FirstArgument;
        if (count > 0)
        {
            group.Tail.Arguments = _arguments.GetRange(group.FirstArgument, count).ToArray();
            _arguments.RemoveRange(group.FirstArgument, count);
        }

        _head = group.Head;
        _tail = group.Tail;
    }

    /// <summary>The chain outside of an open group; its last message owns the group.</summary>
    private readonly record struct Group(Message Head, Message Tail, int FirstArgument);
}

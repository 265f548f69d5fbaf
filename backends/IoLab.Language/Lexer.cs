using System.Text;
using IoLab.Language.Mutants;
using static IoLab.Language.CharacterClasses;

namespace IoLab.Language;

/// <summary>
/// Cuts source text into tokens, one at a time, and checks that its brackets agree. It also inserts the names that brackets imply:
/// <c>squareBrackets</c> and <c>curlyBrackets</c>, and the empty name before a group that belongs to no symbol.
/// </summary>
public ref struct Lexer
{
    private readonly ReadOnlySpan<char> _source;
    private readonly ReadOnlySpan<char> _text; // _source up to the first character that cannot be source
    private readonly bool _isAscii;
    private readonly bool _allowIntrinsics;
    private readonly MutantSet _mutants;

    private int _position;
    private int _line = 1;
    private int _measuredPosition; // _measuredBytes is the UTF-8 length of everything before it
    private int _measuredBytes;

    private int[] _brackets = new int[16]; // positions of the open ones
    private int _depth;

    private Token _last; // the last token that was not a terminator
    private bool _hasLast;
    private Token _lastGood;
    private bool _hasLastGood;
    private bool _lastIsSymbol; // a group that follows directly is its argument list

    /// <summary>Starts at the beginning of a text.</summary>
    /// <param name="source">The text; NUL and lone surrogates are errors where they stand.</param>
    /// <param name="allowIntrinsics">Is the backtick an identifier character? Only for the prelude.</param>
    /// <param name="mutants">The planted bugs that are switched on.</param>
    public Lexer(ReadOnlySpan<char> source, bool allowIntrinsics = false, MutantSet mutants = default)
    {
        _source = source;
        _text = source[..FirstInvalid(source)];
        _isAscii = Ascii.IsValid(_text);
        _allowIntrinsics = allowIntrinsics;
        _mutants = mutants;
    }

    /// <summary>Did the last terminator contain a semicolon (and not only newlines)?</summary>
    public bool SawSemicolon { get; private set; }

    /// <summary>Line of the last token; 1 before the first.</summary>
    public readonly int LastLine => _hasLastGood ? _lastGood.Line : _line;

    /// <summary>Byte offset just after the last token.</summary>
    public readonly int LastCharacter => _hasLastGood ? _lastGood.Character : 0;

    /// <summary>Reads the next token; false at the end of the text.</summary>
    /// <exception cref="SyntaxException">No token starts here, or a bracket, an argument, a quote or a comment is wrong.</exception>
    public bool Next(out Token token)
    {
        if (SkipToToken(out token))
        {
            _lastIsSymbol = false;
            return Good(token);
        }

        if (_position >= _text.Length)
        {
            CheckEnd();
            token = default;
            return false;
        }

        var c = _text[_position];
        switch (c)
        {
            case '(' or '[' or '{':
                token = Open(c);
                break;
            case ')' or ']' or '}':
                token = Close(c);
                break;
            case ',':
                if (_depth > 0)
                    CheckArgument();
                token = Take(TokenKind.Comma, 1);
                _lastIsSymbol = false;
                break;
            default:
                token = Symbol(c);
                _lastIsSymbol = true;
                break;
        }

        _last = token;
        _hasLast = true;
        return Good(token);
    }

    private bool Good(in Token token)
    {
        _lastGood = token;
        _hasLastGood = true;
        return true;
    }

    /// <summary>Skips separators and comments; true if terminators were among them: the first run is the token.</summary>
    private bool SkipToToken(out Token terminator)
    {
        terminator = default;
        var found = false;
        SawSemicolon = false;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            var classes = Of(c);
            if ((classes & CharacterClass.Separator) != 0)
                _position++;
            else if ((classes & CharacterClass.Terminator) != 0)
            {
                var start = _position;
                SkipTerminators();
                if (!found)
                    terminator = new Token(TokenKind.Terminator, start, _position - start, _line, Offset(_position));
                found = true;
            }
            else if (c == '#' || (c == '/' && Peek(1) == '/'))
                SkipLine();
            else if (c == '/' && Peek(1) == '*')
                SkipBlockComment();
            else if (c != '\\' || !SkipContinuation())
                break;
        }

        return found;
    }

    private void SkipTerminators()
    {
        for (; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == '\n')
                _line++;
            else if (c == ';')
                SawSemicolon = true;
            else if (!Is(c, CharacterClass.Separator) && (c != '\\' || !SkipContinuation()))
                break;
            else if (c == '\\')
                _position--;
        }
    }

    private void SkipLine()
    {
        var eatsNewline = _mutants.Has(Mutant.CommentEatsNewline) && _text[_position] == '/';
        var length = _text[_position..].IndexOf('\n');
        _position = length < 0 ? _text.Length : _position + length + (eatsNewline ? 1 : 0);
    }

    private void SkipBlockComment()
    {
        var startLine = _line;
        var depth = 0;
        while (true)
        {
            var skip = _text[_position..].IndexOfAny('*', '/', '\n');
            if (skip < 0 || _position + skip + 1 >= _text.Length)
            {
                _position = _text.Length;
                throw Error("unterminated comment", $"'*/' to close the comment opened on line {startLine}", isIncomplete: true);
            }

            _position += skip;
            var c = _text[_position];
            var next = _text[_position + 1];
            if (c == '\n')
                _line++;
            else if (c == '/' && next == '*')
            {
                if (depth == 0 || !_mutants.Has(Mutant.NestedComment))
                    depth++;
                _position++;
            }
            else if (c == '*' && next == '/')
            {
                depth--;
                _position++;
            }

            _position++;
            if (depth == 0)
                return;
        }
    }

    /// <summary>Skips a backslash, separators and a newline if that is what stands here.</summary>
    private bool SkipContinuation()
    {
        var end = _position + 1;
        while (end < _text.Length && Is(_text[end], CharacterClass.Separator))
            end++;
        if (end >= _text.Length || _text[end] != '\n')
            return false;
        _position = end + 1;
        _line++;
        return true;
    }

    private Token Open(char c)
    {
        if (!_lastIsSymbol || (c != '(' && !IsImplied(_last)))
        {
            _lastIsSymbol = true;
            return new Token(TokenKind.Identifier, _position, 0, _line, Offset(_position));
        }

        if (_depth == _brackets.Length)
            Array.Resize(ref _brackets, _depth * 2);
        _brackets[_depth++] = _position;
        _lastIsSymbol = false;
        return Take(TokenKind.OpenParen, 1);
    }

    private readonly bool IsImplied(in Token token) => token.Kind == TokenKind.Identifier && token.Length == 0 && token.Start == _position;

    private Token Close(char c)
    {
        if (_depth == 0)
            throw Error("Syntax error near this location", "no closing bracket: none is open");
        var open = _text[_brackets[_depth - 1]];
        if (c != Closing(open))
            throw UnmatchedError();
        if (_last.Kind == TokenKind.Comma)
            CheckArgument();
        _depth--;
        _lastIsSymbol = false;
        return Take(TokenKind.CloseParen, 1);
    }

    private readonly void CheckArgument(bool isIncomplete = false)
    {
        if (_hasLast && _last.Kind is TokenKind.Comma or TokenKind.OpenParen)
            throw Error("missing argument in argument list", "an expression", isIncomplete);
    }

    private readonly void CheckEnd()
    {
        if (_text.Length < _source.Length)
            throw Error("Syntax error near this location", "no NUL and no lone surrogate");
        if (_depth == 0)
            return;
        if (_last.Kind == TokenKind.Comma)
            CheckArgument(isIncomplete: true);
        throw UnmatchedError(isIncomplete: true);
    }

    private readonly SyntaxException UnmatchedError(bool isIncomplete = false)
    {
        var position = _brackets[_depth - 1];
        var open = _text[position];
        var close = Closing(open);
        var line = 1 + _text[..position].Count('\n');
        return Error($"unmatched {open}{close}s", $"'{close}' to close the '{open}' on line {line}", isIncomplete);
    }

    private static char Closing(char open) => open switch { '(' => ')', '[' => ']', _ => '}' };

    private Token Symbol(char c)
    {
        var classes = Of(c);
        if ((classes & CharacterClass.Digit) != 0 || c == '.')
        {
            if (c == '0' && (Peek(1) | 0x20) == 'x' && Is(Peek(2), CharacterClass.HexTail))
                return Take(TokenKind.HexNumber, Run(3, CharacterClass.HexTail));
            var length = NumberLength();
            if (length > 0)
                return Take(TokenKind.Number, length);
        }

        if ((classes & CharacterClass.Operator) != 0)
            return Take(TokenKind.Identifier, Run(1, CharacterClass.Operator));
        if ((classes & CharacterClass.Identifier) != 0 || (c == '`' && _allowIntrinsics))
            return Take(TokenKind.Identifier, _allowIntrinsics ? IntrinsicRun() : Run(1, CharacterClass.Identifier));
        if (c == '"')
            return Quote();
        throw Error("Syntax error near this location");
    }

    /// <summary>The length of the decimal number that starts here; 0 if its rule fails.</summary>
    private readonly int NumberLength()
    {
        var length = Run(0, CharacterClass.Digit);
        if (Peek(length) == '.')
        {
            var end = Run(length + 1, CharacterClass.Digit);
            if (end == length + 1)
                return 0;
            length = end;
        }

        if (Peek(length) is 'e' or 'E')
        {
            var digits = length + (Peek(length + 1) is '+' or '-' ? 2 : 1);
            var end = Run(digits, CharacterClass.Digit);
            return end == digits ? 0 : end;
        }

        return length;
    }

    private Token Quote()
    {
        var rest = _text[_position..];
        if (rest.StartsWith("\"\"\""))
        {
            var end = rest[3..].IndexOf("\"\"\"");
            return end >= 0 ? TakeLines(TokenKind.TriQuote, end + 6) : throw UnterminatedQuote("\"\"\"");
        }

        var length = 1;
        while (true)
        {
            var skip = rest[length..].IndexOfAny('"', '\\');
            if (skip < 0)
                throw UnterminatedQuote("\"");
            length += skip;
            if (rest[length] == '"')
                return TakeLines(TokenKind.MonoQuote, length + 1);
            length += 2;
            if (length > rest.Length)
                throw UnterminatedQuote("\"");
        }
    }

    private SyntaxException UnterminatedQuote(string quote)
    {
        _position = _text.Length;
        return Error("unterminated quote", $"{quote} to close the string on line {_line}", isIncomplete: true);
    }

    /// <summary>The end, from here, of a run of characters of these classes.</summary>
    private readonly int Run(int from, CharacterClass classes)
    {
        var rest = _text[_position..];
        var i = from;
        while (i < rest.Length && Is(rest[i], classes))
            i++;
        return i;
    }

    private readonly int IntrinsicRun()
    {
        var rest = _text[_position..];
        var i = 1;
        while (i < rest.Length && (rest[i] == '`' || Is(rest[i], CharacterClass.Identifier)))
            i++;
        return i;
    }

    private readonly char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private Token Take(TokenKind kind, int length)
    {
        var start = _position;
        _position += length;
        return new Token(kind, start, length, _line, Offset(_position));
    }

    private Token TakeLines(TokenKind kind, int length)
    {
        _line += _text.Slice(_position, length).Count('\n');
        return Take(kind, length);
    }

    /// <summary>The UTF-8 length of everything before a position; asked for growing positions, so linear in all.</summary>
    private int Offset(int position)
    {
        if (_isAscii)
            return position;
        _measuredBytes += Encoding.UTF8.GetByteCount(_text[_measuredPosition..position]);
        _measuredPosition = position;
        return _measuredBytes;
    }

    private readonly SyntaxException Error(string text, string? expected = null, bool isIncomplete = false)
    {
        // What the first invalid character cut short is not the fault of a quote or a bracket.
        if (_text.Length < _source.Length && _position >= _text.Length)
            (text, expected, isIncomplete) = ("Syntax error near this location", "no NUL and no lone surrogate", false);
        return new($"\"{text}\" on line {LastLine} character {LastCharacter}", LastLine, LastCharacter, expected) { IsIncomplete = isIncomplete };
    }

    private static int FirstInvalid(ReadOnlySpan<char> source)
    {
        var end = source.IndexOf('\0');
        if (end < 0)
            end = source.Length;
        var i = 0;
        while (true)
        {
            var skip = source[i..end].IndexOfAnyInRange('\ud800', '\udfff');
            if (skip < 0)
                return end;
            i += skip;
            if (char.IsLowSurrogate(source[i]) || i + 1 >= end || !char.IsLowSurrogate(source[i + 1]))
                return i;
            i += 2;
        }
    }
}

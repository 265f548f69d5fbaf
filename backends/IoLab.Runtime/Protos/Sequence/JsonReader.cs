using System.Globalization;
using System.Text;
using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Makes values of JSON text. Open containers are on a list of its own: nesting costs no host stack.</summary>
internal sealed class JsonReader(Vm vm, string text)
{
    private readonly Stack<(IoObject Container, Symbol? Key)> _open = new();
    private int _at;

    /// <summary>Reads one value that is the whole text. False if the text is not JSON.</summary>
    public bool TryRead(out Value value)
    {
        while (true)
        {
            // A value begins here.
            if (!TryBegin(out value, out var isOpen))
                return false;
            if (isOpen)
                continue;
            // A value is complete: put it where it belongs, and close what ends here.
            while (true)
            {
                if (_open.Count == 0)
                    return Peek() == '\0' && _at == text.Length;
                var (container, key) = _open.Pop();
                Put(container, key, value);
                if (Accept(','))
                {
                    if (!TryNext(container))
                        return false;
                    break;
                }
                if (!Accept(container.Payload is ListPayload ? ']' : '}'))
                    return false;
                value = container;
            }
        }
    }

    private void Put(IoObject container, Symbol? key, Value value)
    {
        if (container.Payload is ListPayload list)
            list.Add(value);
        else
            ((MapPayload)container.Payload!).Entries[key!] = value;
    }

    /// <summary>Notes that a container awaits another value; reads a map's key.</summary>
    private bool TryNext(IoObject container)
    {
        Symbol? key = null;
        if (container.Payload is MapPayload)
        {
            if (Peek() != '"' || !TryText(out var name) || !Accept(':'))
                return false;
            key = vm.Symbols.Intern(name);
        }
        _open.Push((container, key));
        return true;
    }

    private bool TryBegin(out Value value, out bool isOpen)
    {
        isOpen = false;
        switch (Peek())
        {
            case '[':
                _at++;
                value = vm.World.NewList(new ListPayload());
                if (Accept(']'))
                    return true;
                isOpen = true;
                return TryNext(value.Ref!);
            case '{':
                _at++;
                value = vm.World.NewMap(new MapPayload());
                if (Accept('}'))
                    return true;
                isOpen = true;
                return TryNext(value.Ref!);
            case '"':
                var isText = TryText(out var s);
                value = isText ? vm.Text(s) : default;
                return isText;
            case 't':
                value = vm.True;
                return AcceptWord("true");
            case 'f':
                value = vm.False;
                return AcceptWord("false");
            case 'n':
                value = vm.Nil;
                return AcceptWord("null");
            default:
                return TryNumber(out value);
        }
    }

    private char Peek()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
            _at++;
        return _at < text.Length ? text[_at] : '\0';
    }

    private bool Accept(char c)
    {
        if (Peek() != c)
            return false;
        _at++;
        return true;
    }

    private bool AcceptWord(string word)
    {
        if (!text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal))
            return false;
        _at += word.Length;
        return true;
    }

    private int Digits()
    {
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;
        return _at - start;
    }

    private bool TryNumber(out Value value)
    {
        value = default;
        var start = _at;
        if (_at < text.Length && text[_at] == '-')
            _at++;
        var isZero = _at < text.Length && text[_at] == '0';
        var digits = Digits();
        if (digits == 0 || (isZero && digits > 1))
            return false;
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            if (Digits() == 0)
                return false;
        }
        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            _at++;
            if (_at < text.Length && text[_at] is '+' or '-')
                _at++;
            if (Digits() == 0)
                return false;
        }
        value = double.Parse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return true;
    }

    private bool TryText(out string result)
    {
        var builder = new StringBuilder();
        result = "";
        for (_at++; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == '"')
            {
                _at++;
                result = builder.ToString();
                return true;
            }
            if (c < ' ' || (c == '\\' && !TryEscape(out c)))
                return false;
            builder.Append(c);
        }
        return false;
    }

    private bool TryEscape(out char c)
    {
        c = '\0';
        if (++_at >= text.Length)
            return false;
        c = text[_at];
        switch (c)
        {
            case '"' or '\\' or '/': return true;
            case 'n': c = '\n'; return true;
            case 't': c = '\t'; return true;
            case 'r': c = '\r'; return true;
            case 'b': c = '\b'; return true;
            case 'f': c = '\f'; return true;
            case 'u':
                if (_at + 4 >= text.Length || !ushort.TryParse(text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                    return false;
                c = (char)unit;
                _at += 4;
                return true;
            default: return false;
        }
    }
}

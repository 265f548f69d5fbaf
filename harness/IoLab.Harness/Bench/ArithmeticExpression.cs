using System.Globalization;

namespace IoLab.Harness.Bench;

/// <summary>Integer arithmetic over <c>n</c>: <c>+ - * / %</c>, parentheses, decimal numbers. For the expected results of benchmarks.</summary>
public sealed class ArithmeticExpression
{
    private readonly Func<decimal, decimal> _evaluate;

    private ArithmeticExpression(string text, Func<decimal, decimal> evaluate) => (Text, _evaluate) = (text, evaluate);

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Parses an expression.</summary>
    /// <exception cref="FormatException">It is malformed; the message names the column.</exception>
    public static ArithmeticExpression Parse(string text)
    {
        var parser = new Parser(text);
        Func<decimal, decimal> evaluate = parser.Sum();
        parser.End();
        return new ArithmeticExpression(text, evaluate);
    }

    /// <summary>The value for n, as Io prints a number: without a fraction when it is whole.</summary>
    public string TextFor(long n) => _evaluate(n).ToString("0.###############", CultureInfo.InvariantCulture);

    private sealed class Parser(string text)
    {
        private int _at;

        public Func<decimal, decimal> Sum()
        {
            Func<decimal, decimal> left = Product();
            while (Peek() is '+' or '-')
            {
                char operation = text[_at++];
                Func<decimal, decimal> a = left, b = Product();
                left = operation == '+' ? n => a(n) + b(n) : n => a(n) - b(n);
            }

            return left;
        }

        public void End()
        {
            if (Peek() != '\0')
            {
                throw Unexpected();
            }
        }

        private Func<decimal, decimal> Product()
        {
            Func<decimal, decimal> left = Operand();
            while (Peek() is '*' or '/' or '%')
            {
                char operation = text[_at++];
                Func<decimal, decimal> a = left, b = Operand();
                left = operation switch
                {
                    '*' => n => a(n) * b(n),
                    '/' => n => a(n) / b(n),
                    _ => n => a(n) % b(n),
                };
            }

            return left;
        }

        private Func<decimal, decimal> Operand()
        {
            switch (Peek())
            {
                case 'n':
                    _at++;
                    return n => n;
                case '-':
                    _at++;
                    Func<decimal, decimal> operand = Operand();
                    return n => -operand(n);
                case '(':
                    _at++;
                    Func<decimal, decimal> inner = Sum();
                    if (Peek() != ')')
                    {
                        throw Unexpected();
                    }

                    _at++;
                    return inner;
                case >= '0' and <= '9':
                    int start = _at;
                    while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
                    {
                        _at++;
                    }

                    return decimal.TryParse(text.AsSpan(start, _at - start), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number)
                        ? _ => number
                        : throw Unexpected();
                default:
                    throw Unexpected();
            }
        }

        private char Peek()
        {
            while (_at < text.Length && text[_at] == ' ')
            {
                _at++;
            }

            return _at < text.Length ? text[_at] : '\0';
        }

        private FormatException Unexpected() => new(
            $"'{text}': unexpected {(_at < text.Length ? $"'{text[_at]}'" : "end")} at column {_at + 1}; known: n, numbers, + - * / % ( )");
    }
}

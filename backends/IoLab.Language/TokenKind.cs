namespace IoLab.Language;

/// <summary>What a token is; the names are those that <c>Compiler tokensForString</c> reports as <c>type</c>.</summary>
public enum TokenKind : byte
{
    /// <summary>A name or an operator run.</summary>
    Identifier,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A hexadecimal number and whatever its rule swallows after the digits.</summary>
    HexNumber,

    /// <summary>A <c>"…"</c> string, with escapes.</summary>
    MonoQuote,

    /// <summary>A <c>"""…"""</c> string, raw.</summary>
    TriQuote,

    /// <summary>A run of newlines and semicolons; its text is <c>;</c>.</summary>
    Terminator,

    /// <summary><c>(</c>, <c>[</c> or <c>{</c>.</summary>
    OpenParen,

    /// <summary><c>)</c>, <c>]</c> or <c>}</c>.</summary>
    CloseParen,

    /// <summary><c>,</c>.</summary>
    Comma,
}

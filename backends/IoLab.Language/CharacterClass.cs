namespace IoLab.Language;

/// <summary>Which characters the lexer's runs are made of.</summary>
[Flags]
internal enum CharacterClass : byte
{
    None = 0,
    Separator = 1,
    Terminator = 2,
    Digit = 4,
    Identifier = 8,
    Operator = 16,
    HexTail = 32,
}

/// <summary>The class of every character; a table for ASCII, one rule for the rest.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Ascii = Build();

    /// <summary>The classes of a character; everything beyond ASCII is an identifier character.</summary>
    public static CharacterClass Of(char c) => c < 128 ? Ascii[c] : CharacterClass.Identifier;

    /// <summary>Is it of one of these classes?</summary>
    public static bool Is(char c, CharacterClass classes) => (Of(c) & classes) != 0;

    private static CharacterClass[] Build()
    {
        var table = new CharacterClass[128];
        Add(" \t\f\v\r", CharacterClass.Separator);
        Add("\n;", CharacterClass.Terminator);
        Add("0123456789", CharacterClass.Digit | CharacterClass.Identifier | CharacterClass.HexTail);
        Add("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.:", CharacterClass.Identifier | CharacterClass.HexTail);
        Add(":'~!@$%^&*-+=|\\<>?/", CharacterClass.Operator | CharacterClass.HexTail);
        return table;

        void Add(string characters, CharacterClass classes)
        {
            foreach (var c in characters)
                table[c] |= classes;
        }
    }
}

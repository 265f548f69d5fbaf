using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using static IoLab.Runtime.Protos.Number.NumberArithmetic;

namespace IoLab.Runtime.Protos.Number;

/// <summary>Numbers as character codes. The classes are those of ASCII (io-language.md 6.5).</summary>
internal static class NumberCharacters
{
    /// <summary>The code, or U+FFFF for what is not an ASCII character: it belongs to no class.</summary>
    private static char Code(Value self) => Of(self) is > -1 and < 128 and var n ? (char)n : '\uFFFF';

    public static Value IsLetter(Vm vm, Value self, in Args args) => vm.Bool(char.IsAsciiLetter(Code(self)));

    public static Value IsDigit(Vm vm, Value self, in Args args) => vm.Bool(char.IsAsciiDigit(Code(self)));

    public static Value IsHexDigit(Vm vm, Value self, in Args args) => vm.Bool(char.IsAsciiHexDigit(Code(self)));

    public static Value IsAlphaNumeric(Vm vm, Value self, in Args args) => vm.Bool(char.IsAsciiLetterOrDigit(Code(self)));

    public static Value IsUppercase(Vm vm, Value self, in Args args) => vm.Bool(char.IsAsciiLetterUpper(Code(self)));

    public static Value IsLowercase(Vm vm, Value self, in Args args) => vm.Bool(char.IsAsciiLetterLower(Code(self)));

    public static Value IsSpace(Vm vm, Value self, in Args args) => vm.Bool(Code(self) is ' ' or (>= '\t' and <= '\r'));

    public static Value IsControlCharacter(Vm vm, Value self, in Args args) => vm.Bool(Code(self) is < ' ' or '\x7F');

    public static Value IsPrint(Vm vm, Value self, in Args args) => vm.Bool(Code(self) is >= ' ' and <= '~');

    public static Value IsGraph(Vm vm, Value self, in Args args) => vm.Bool(Code(self) is > ' ' and <= '~');

    public static Value IsPunctuation(Vm vm, Value self, in Args args)
    {
        var code = Code(self);
        return vm.Bool(code is > ' ' and <= '~' && !char.IsAsciiLetterOrDigit(code));
    }

    public static Value IsInASequenceSet(Vm vm, Value self, in Args args) =>
        vm.Bool(Of(self) == Math.Floor(Of(self)) && char.IsAsciiLetterOrDigit(Code(self)));

    public static Value AsUppercase(Vm vm, Value self, in Args args)
    {
        var code = Code(self);
        return char.IsAsciiLetterLower(code) ? code - 32 : Math.Truncate(Of(self));
    }

    public static Value AsLowercase(Vm vm, Value self, in Args args)
    {
        var code = Code(self);
        return char.IsAsciiLetterUpper(code) ? code + 32 : Math.Truncate(Of(self));
    }

    /// <summary>A sequence of one item: a byte up to 255, else 16 or 32 bits. Nil for what is no code.</summary>
    public static Value AsCharacter(Vm vm, Value self, in Args args)
    {
        var n = Of(self);
        if (!(n >= 0 && n <= int.MaxValue && n == Math.Floor(n)))
            return vm.Nil;
        var (type, encoding) = n switch
        {
            < 256 => (ItemType.UInt8, SeqEncoding.Ascii),
            < 65536 => (ItemType.UInt16, SeqEncoding.Ucs2),
            _ => (ItemType.UInt32, SeqEncoding.Ucs4),
        };
        var seq = new Seq(new byte[Seq.SizeOf(type)], 1, type, encoding, true);
        seq.Put(0, n);
        return vm.World.NewSequence(seq);
    }
}

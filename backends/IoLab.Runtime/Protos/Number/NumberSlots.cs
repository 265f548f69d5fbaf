using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Number;

/// <summary>The slots of Number (io-language.md 5.2).</summary>
internal static unsafe class NumberSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Number", Kind.Number)
        .Eager("+", "n: Number", &NumberArithmetic.Add, "Sum.")
        .Eager("-", "n: Number", &NumberArithmetic.Subtract, "Difference.")
        .Eager("*", "n: Number", &NumberArithmetic.Multiply, "Product.")
        .Eager("/", "n: Number", &NumberArithmetic.Divide, "Quotient; by zero: inf or nan.")
        .Eager("%", "n: Number", &NumberArithmetic.Remainder, "Remainder with the sign of the dividend.")
        .Eager("asString", "[width, [decimals]]", &NumberArithmetic.AsString, "Decimal text.");
}

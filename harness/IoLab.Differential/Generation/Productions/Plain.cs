using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>The plainest expressions: literals and variables. What everything ends in.</summary>
internal static class Plain
{
    private static readonly string[] Numbers = ["0", "1", "2", "3", "4", "5", "7", "10", "12", "42", "100", "0.5", "1.5", "2.25", "1000"];

    private static readonly string[] EdgeNumbers =
    [
        "(1 / 0)", "(-1 / 0)", "(0 / 0)", "(-0)", "(2 ** 53)", "9007199254740993", "4294967296", "4294967295", "2147483647", "2147483648", "(-2147483648)",
        "(-2147483649)", "9223372036854775807", "18446744073709551616", "1e15", "1e16", "123456789012", "1e300", "1e-300", "5e-324",
        "1.7976931348623157e308", "0.1", "0.30000000000000004", "1e-7", "0xFF", ".5", "1E+2", "(-1.5)", "(-7)", "255", "256", "65535", "65536", "1e400", "0.1234567890123",
        "2.5", "3.5", "(-2.5)", "1e21", "99999999999999999999",
    ];

    /// <summary>Implementations may share one object for each small whole number, and one for a not-a-number.</summary>
    private static readonly string[] PortableEdges = [.. EdgeNumbers.Except(["(0 / 0)", "(-0)"])];

    private static readonly string[] Texts =
    [
        "\"\"", "\"a\"", "\"abc\"", "\"hello\"", "\"Hello World\"", "\"a,b,,c\"", "\"  pad \"", "\"12\"", "\"3.5\"", "\"xyzzy\"", "\"one two three\"",
        "\"aXbXc\"", "\"line\\nnext\"", "\"q\\\"q\"", "\"tab\\tb\"", "\"A\"", "\"zZ9_\"", "\"\"\"raw \"text\" \\n\"\"\"", "\"-7\"", "\"0x1F\"", "\"/a/b.c\"",
    ];

    private static readonly string[] EncodedTexts =
    [
        "\"h\u00e9llo\"", "\"\u20ac5\"", "\"\u65e5\u672c\u8a9e\"", "\"\U0001f600x\"", "\"\u00c0\u00c9\u00ff\"", "\"\\x41\\x00b\"", "\"\\xff\\x80\"", "\"\u00df\u0131\u0130\"",
        "\"a\u0301\"", "\"\\0\"", "\"\u0416\u0436\"", "\"h\u00e9\" asUTF8", "\"abc\" asUCS2", "\"abc\" asUCS4", "\"\u20ac\" asUTF8", "\"a\\x7f\"",
    ];

    /// <summary>Texts of different item types joined are another text to each implementation.</summary>
    private static readonly string[] PortableTexts = [.. EncodedTexts.Where(text => !text.Contains("asUCS", StringComparison.Ordinal) && !text.Contains("\\xff", StringComparison.Ordinal))];

    private static readonly string[] ItemTypes =
        ["uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "float32", "float64"];

    private static readonly string[] Keys = ["\"a\"", "\"b\"", "\"k1\"", "\"k2\"", "\"zz\"", "\"\""];

    /// <summary>A variable of the type, or a literal.</summary>
    public static Expression Of(Draft draft, IoType type) => draft.Random.Chance(60) && Variable(draft, type) is { } variable ? variable : Literal(draft, type);

    /// <summary>A variable of the type; null if there is none.</summary>
    public static Expression? Variable(Draft draft, IoType type) =>
        draft.Scope.Find(draft.Random, variable => Fits(variable.Type, type) && variable.Rank < draft.Place.RankLimit) is { } found
            ? Source.Word(found.Type, found.Name)
            : null;

    /// <summary>An expression of a type without variables.</summary>
    public static Expression Literal(Draft draft, IoType type) => type switch
    {
        IoType.Number => Number(draft),
        IoType.Count => Count(draft),
        IoType.Boolean => Source.Word(type, draft.Random.Pick("true", "false", "true", "false", "nil")),
        IoType.Text => Text(draft),
        IoType.Buffer => Source.Chain(type, $"{Text(draft):r} asMutable"),
        IoType.Vector => Vector(draft),
        IoType.Numbers or IoType.List => List(draft, type),
        IoType.Map => Map(draft),
        IoType.Block => Source.Word(type, draft.Random.Pick("block(v, v + 1)", "block(v, v * 2)", "block(v, v)", "block(v, 7)", "block(v, v - 1)")),
        IoType.Message => Source.Word(type, draft.Random.Pick("message(1 + 2)", "message(foo(1, \"a\") bar)", "message(a; b)", "message(list(1, 2) size)", "message(3)")),
        IoType.Object => Clone(draft),
        IoType.Exception => Source.Word(type, draft.Random.Pick("try(Exception raise(\"made\"))", "try(nil foo)", "try(1 + nil)")),
        IoType.Coroutine => Source.Chain(type, $"coroFor({Number(draft)})"),
        IoType.Duration => Source.Chain(type, $"Duration clone fromNumber({(draft.Policies.IsPortable ? Source.Word(type, draft.Random.Pick(Numbers)) : Number(draft))})"),
        IoType.Date => Source.Chain(type, $"Date clone fromNumber({draft.Random.Pick("0", "1", "86399", "951782400", "1709210096", "(-1)", "(-86400)", "1e9", "2147483648", "1.5")})"),
        IoType.Statement => Print(draft),
        IoType.Scalar => draft.Random.Below(3) switch { 0 => Text(draft), 1 => Source.Word(IoType.Boolean, draft.Random.Pick("nil", "true")), _ => Number(draft) },
        _ => draft.Random.Below(4) switch
        {
            0 => Number(draft),
            1 => Text(draft),
            2 => List(draft, IoType.Numbers),
            _ => Source.Word(IoType.Boolean, draft.Random.Pick("nil", "true", "false")),
        },
    };

    /// <summary>An expression of another type than the one that is wanted; harmless wherever it stands.</summary>
    public static Expression OtherThan(Draft draft, IoType type)
    {
        // The order of a map's entries, and what its methods do without a body, are an implementation's own affair.
        IoType other = draft.Random.Pick(IoType.Text, IoType.Number, IoType.Boolean, IoType.Numbers, IoType.Buffer, IoType.Block, draft.Policies.IsPortable ? IoType.Block : IoType.Map);
        if (other == type || (other == IoType.Number && type is IoType.Any or IoType.Count)) other = IoType.Boolean;
        if (other == IoType.Boolean) return Source.Word(other, "nil");
        return Literal(draft, other);
    }

    /// <summary>A small number that no program can change.</summary>
    public static Expression Count(Draft draft) => Source.Word(IoType.Count, draft.Random.Pick("0", "1", "2", "3", "4", "5", "6", "8", "12", "1.5"));

    /// <summary>A key of a map.</summary>
    public static Expression Key(Draft draft) => Source.Word(IoType.Text, draft.Random.Pick(Keys));

    /// <summary>The name of an item type, in quotes.</summary>
    public static string ItemType(Draft draft) => draft.Random.Pick(ItemTypes);

    /// <summary>Prints a variable or a literal.</summary>
    public static Expression Print(Draft draft)
    {
        IoType type = draft.Random.Pick(IoType.Number, IoType.Text, IoType.Numbers, IoType.Number, IoType.Any);
        return Source.Chain(IoType.Statement, $"{Of(draft, type):r} println");
    }

    private static bool Fits(IoType found, IoType wanted) => found == wanted || wanted switch
    {
        IoType.Any => found is not IoType.Coroutine and not IoType.Count,
        IoType.List => found is IoType.Numbers,
        IoType.Scalar => found is IoType.Number or IoType.Text or IoType.Boolean,
        _ => false,
    };

    private static Expression Number(Draft draft)
    {
        if (draft.Mix.Has(Feature.NumberEdges) && draft.Random.Chance(35))
        {
            draft.Use(Feature.NumberEdges);
            return Edge(draft);
        }

        return draft.Random.Chance(8) ? Source.LooseWord(IoType.Number, "-" + draft.Random.Pick("1", "2", "3.5", "10")) : Source.Word(IoType.Number, draft.Random.Pick(Numbers));
    }

    private static Expression Edge(Draft draft)
    {
        if (!draft.Policies.IsPortable) return Source.Word(IoType.Number, draft.Random.Pick(EdgeNumbers));
        // The reference leaves operators in brackets within brackets as they stand when nothing follows: here brackets are made where they are needed.
        string text = draft.Random.Pick(PortableEdges);
        return text[0] == '(' ? Source.LooseWord(IoType.Number, text[1..^1]) : Source.Word(IoType.Number, text);
    }

    private static Expression Text(Draft draft)
    {
        if (draft.Mix.Has(Feature.Encodings) && draft.Random.Chance(40) && !(draft.Policies.IsPortable && IsCodeInTexts(draft)))
        {
            draft.Use(Feature.Encodings);
            return Source.Word(IoType.Text, draft.Random.Pick(draft.Policies.IsPortable ? PortableTexts : EncodedTexts));
        }

        return Source.Word(IoType.Text, draft.Random.Pick(Texts));
    }

    /// <summary>The reference dies of text that is not ASCII where it compiles a text, and loses it where it prints a message.</summary>
    private static bool IsCodeInTexts(Draft draft) =>
        draft.Mix.Has(Feature.Reflection) || draft.Mix.Has(Feature.Operators) || draft.Mix.Has(Feature.LazyArguments) || draft.Mix.Has(Feature.Closures);

    private static Expression Vector(Draft draft)
    {
        var items = Repeat(draft.Random.Between(1, 4), () => Source.Word(IoType.Number, draft.Random.Pick("1", "2", "3", "0.5", "10", "-4", "0")));
        return draft.Random.Chance(60) || !draft.Mix.Has(Feature.Encodings) || draft.Policies.IsPortable
            ? Source.Chain(IoType.Vector, $"vector({items})")
            : Source.Chain(IoType.Vector, $"Sequence clone setItemType(\"{ItemType(draft)}\") setEncoding(\"number\") append({items})");
    }

    private static Expression List(Draft draft, IoType type)
    {
        int count = draft.Random.Pick(0, 1, 2, 3, 3, 4, 5);
        if (count == 0) return Source.Word(type, "list()");
        return Source.Chain(type, $"list({Repeat(count, () => type == IoType.Numbers || draft.Random.Chance(60) ? Number(draft) : Text(draft))})");
    }

    private static Expression Map(Draft draft)
    {
        int count = draft.Random.Pick(0, 1, 2, 3);
        if (count == 0) return Source.Word(IoType.Map, "Map clone");
        return Source.Chain(IoType.Map, $"Map with({Repeat(count * 2, i => i % 2 == 0 ? Key(draft) : Number(draft))})");
    }

    private static Expression Clone(Draft draft)
    {
        if (draft.Protos.Count == 0) return Source.Word(IoType.Object, "Object clone");
        return Source.Chain(IoType.Object, $"{draft.Random.OneOf(draft.Protos).Name} clone");
    }

    private static List<Expression> Repeat(int count, Func<Expression> make) => Repeat(count, _ => make());

    private static List<Expression> Repeat(int count, Func<int, Expression> make)
    {
        var made = new List<Expression>(count);
        for (int i = 0; i < count; i++) made.Add(make(i));
        return made;
    }
}

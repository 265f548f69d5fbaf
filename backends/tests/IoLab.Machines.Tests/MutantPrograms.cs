namespace IoLab.Machines.Tests;

/// <summary>For each mutant a program whose output it changes.</summary>
internal static class MutantPrograms
{
    /// <summary>The programs by the mutants' names.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["ExponentSign"] = "25e-1 println",
        ["HexOverflow"] = "0xFFFFFFFF println",
        ["EscapedBackslash"] = """ "a\\nb" println """,
        ["NestedComment"] = """/* a /* b */ "inside" println */ "outside" println""",
        ["CommentEatsNewline"] = """
            x := 1 // one
            x println
            """,
        ["PowerAssociativity"] = "(2 ** 3 ** 2) println",
        ["ModuloPrecedence"] = "(7 + 5 % 3) println",
        ["UpdateDefines"] = "o := Object clone; (try(o x = 1) == nil) println",

        ["RoundHalfToEven"] = "2.5 round println",
        ["BitsWrap"] = "(4294967297 & 1) println",

        ["InSliceToEnd"] = """ "abc" inSlice(0, -1) println """,
        ["SplitKeepsTail"] = """ "a,b," split(",") size println """,
        ["ReverseOddSize"] = """ "abc" asMutable reverseInPlace println """,
        ["FindInWiderItems"] = """ "aβ" findSeq("a") println """,
        ["VectorTail"] = "v := Vector clone; for(i, 1, 5, v append(i)); (v + 1) println",

        ["RemoveAtWrongItem"] = "list(1, 2, 3) removeAt(0) println",
        ["SliceDownMissesFirst"] = "list(1, 2, 3) slice(-1, -4, -1) println",
        ["SortUnstable"] = """list("b1", "a1", "b0", "a0") sortByKey(s, s exSlice(0, 1)) println""",
        ["UniqueByIdentity"] = "list(list(1), list(1)) unique size println",
        ["MapDropsContinued"] = "list(1, 2, 3) map(x, if(x == 2, continue); x) println",

        ["MapRemovalReorders"] = """m := Map with("a", 1, "b", 2, "c", 3); m removeAt("a"); m keys println""",
        ["MapCloneShares"] = """m := Map with("a", 1); n := m clone; n atPut("a", 2); m at("a") println""",

        ["MonthClampsDay"] = "d := Date clone setYear(2024) setMonth(1) setDay(31) setMonth(2); d day println",
        ["ArgumentsInSender"] = "x := 1; o := Object clone do(x := 2); message(f(x)) argsEvaluatedIn(o) println",
        ["ExtraArguments"] = """block(nil) call("seen" println)""",

        ["CatchExactKind"] = """
            Kind := Exception clone
            Inner := Kind clone
            try(Inner raise("e")) catch(Kind, "caught" println)
            """,
        ["PassForgetsKind"] = """Kind := Exception clone; try(try(Kind raise("e")) pass) type println""",
        ["HandlerOrder"] = """
            withHandler(Exception, block(e, r, "outer"), withHandler(Exception, block(e, r, "inner"), Exception signal("x") println))
            """,
        ["HandlerStays"] = """
            withHandler(Exception, block(e, r, "handled"), nil)
            try(Exception signal("x") println) error println
            """,
        ["ForOverrun"] = "for(i, 3, 1, -1, i println)",
        ["DoubleResume"] = """
            c := coroFor("ran" println; yield; "again" println)
            c resumeLater
            c resumeLater
            yield
            "main" println
            yield
            """,
        ["TimerOrder"] = """
            coroDoLater(wait(1); "one" println)
            coroDoLater(wait(1); "two" println)
            wait(2)
            """,
        ["ContinuationTwice"] = """
            k := nil
            n := 0
            callcc(block(c, k = c))
            n = n + 1
            if(n < 3, k invoke)
            n println
            """,

        ["AverageFloor"] = "list(1, 2) average println",
        ["DurationInPlace"] = "a := Duration clone fromNumber(100); b := Duration clone fromNumber(40); a - b; a asNumber println",
        ["SerializedComma"] = "list(1, 2) serialized println",
        ["SerializedTwin"] = "a := list(1); list(a, a) serialized println",

        ["FlooredRemainder"] = "a := 0 - 7; (a % 3) println",
        ["IntegerComparison"] = "(0.5 >= 1) println",
        ["CapturedFormals"] = "m := method(x, b := block(x); x = x + 1; b call); m(1) println",
        ["UpdateBeforeDefinition"] = "o := Object clone do(x := 1; m := method(x = 5; x := 2; nil)); o m; o x println",
        ["SharedListLiteral"] = "f := method(list(1)); f append(2); f size println",
        ["EagerDefault"] = """m := Map with("a", 1); m at("a", "evaluated" println) println""",
        ["StaleLazyArgument"] = "evaluated := method(call evalArgAt(0)); f := method(for(i, 1, 3, evaluated(i) println)); f",
        ["ForeachWalksCopy"] = "l := list(1, 2, 3); l foreach(x, x println; if(x == 1, l remove(2)))",

        ["StaleCache"] = """
            A := Object clone do(f := method("A"))
            B := A clone
            o := B clone
            3 repeat(i, o f println; if(i == 1, B f := method("B")))
            """,
        ["StaleInheritance"] = """
            P := Object clone do(x := 1)
            list(P clone, P clone) foreach(i, o, if(i == 1, P removeSlot("x")); (try(o x = 5) == nil) println)
            """,
        ["WrongHolder"] = """
            a := Object clone; a f := method("a")
            b := Object clone; b f := method("b")
            list(a, b) foreach(o, o f println)
            """,
        ["PolymorphicMixUp"] = """
            objects := list()
            6 repeat(i, p := Object clone; p f := doString("method(" .. i .. ")"); objects append(p clone))
            2 repeat(objects foreach(o, o f println))
            """,
        ["CloneInitMixUp"] = """
            a := Object clone; a init := method(self who := "a")
            b := Object clone; b init := method(self who := "b")
            list(a, b) foreach(o, o clone who println)
            """,
        ["DynamicLocal"] = """y := 1; f := method(n, setSlot(n, 5); y); f("y") println""",

        ["LostOperand"] = "f := method(a, b, a println); g := method(yield; 2); coroDoLater(nil); f(1, g)",
        ["LoopCounter"] = "coroDoLater(nil); for(i, 1, 4, i println; yield)",
        ["BoundaryLost"] = """coroDoLater(nil); e := try(yield; Exception raise("x")); e error println""",
        ["TailMisjudged"] = """g := method(yield; "seen"); coroDoLater(nil); g println""",
        ["BreakThroughTry"] = "for(i, 1, 3, try(break); i println)",
        ["ContinueKeepsValue"] = "f := method(for(i, 1, 2, if(i == 2, continue); i)); f println",
        ["ReturnEndsLoop"] = """f := method(for(i, 1, 3, return i); "end"); f println""",

        ["FusedBound"] = "f := method(n, if(n <= 2, n println)); f(2)",
        ["BreakForgetsValue"] = "f := method(for(i, 1, 3, i; if(i == 2, break(7)))); f println",
        ["ArgumentReturns"] = """f := method(x, x); g := method(f(return "arg"); "after"); g println""",
        ["OwnMethodForAll"] = """
            a := Object clone; a f := method("a")
            b := Object clone; b f := method("b")
            list(a, b) foreach(o, o f println)
            """,
        ["ForgottenAncestor"] = """
            P := Object clone do(x := 1)
            list(P clone, P clone) foreach(i, o, if(i == 1, P removeSlot("x")); (try(o x = 5) == nil) println)
            """,
        ["CopiedLocals"] = "f := method(x := 1; b := block(x = 2); b call; x); f println",
        ["LaterBreak"] = "f := method(for(i, 1, 3, (i == 2) ifTrue(break); i println)); f",
        ["CapturedArgument"] = "f := method(a, b, a println); g := method(f(1, callcc(block(k, 2)))); g",
        ["CapturedLoop"] = "f := method(for(i, 1, 4, i println; callcc(block(k, nil)))); f",

        ["TargetAfterCall"] = """x := "lobby"; f := method(x, x); f("formal"); x println""",
        ["SharedLoop"] = """
            k := nil
            n := 0
            for(i, 1, 3, callcc(block(c, if(i == 1, k = c))); i println)
            n = n + 1
            if(n < 2, k copy invoke)
            """,
        ["ReturnInArgument"] = """f := method(x, x); g := method(f(return "arg"); "after"); g println""",
    };
}

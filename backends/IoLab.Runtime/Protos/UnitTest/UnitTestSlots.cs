using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos.UnitTest;

/// <summary>The slots of UnitTest: a test case written in Io (io-language.md 5.20).</summary>
internal static class UnitTestSlots
{
    public static readonly ProtoTable Table = new ProtoTable("UnitTest")
        .Inherits("RunnerMixIn")
        .Data("type", vm => vm.Text("UnitTest"), "The proto's name.")
        .Prelude("setUp", "", "Called before each test.")
        .Prelude("tearDown", "", "Called after each test.")
        .Prelude("testSlotNames", "", "The names of its tests, in the order in which they were written.")
        .Prelude("prepare", "", "A map of its type to the names of its tests.")
        .Prelude("fail", "[error]", "Raises an exception.")
        .Prelude("knownBug", "expression", "Raises, without evaluating the expression.")
        .Prelude("assertEquals", "a, b, [message]", "Raises if they differ, quoting the message's arguments.")
        .Prelude("assertNotEquals", "a, b, [message]", "Raises if they are equal, quoting the message's arguments.")
        .Prelude("assertSame", "a, b", "Raises unless they are the same object.")
        .Prelude("assertNotSame", "a, b", "Raises if they are the same object.")
        .Prelude("assertNil", "a", "Raises unless it is nil.")
        .Prelude("assertNotNil", "a", "Raises if it is nil.")
        .Prelude("assertTrue", "a", "Raises unless it is true.")
        .Prelude("assertFalse", "a", "Raises unless it is false.")
        .Prelude("assertEqualsWithinDelta", "expected: Number, actual: Number, delta: Number", "Raises if they are further apart.")
        .Prelude("assertRaisesException", "expression", "The exception that the expression raises; raises if there is none.")
        .Prelude("`raiseComparison", "operator, a, b, message", "Raises what a failed comparison says.");
}

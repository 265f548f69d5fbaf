# Assertions that hold raise nothing; assertRaisesException answers the exception.
T := UnitTest clone do(
    testEquals := method(assertEquals(list(1, "b"), list(1, "b")))
    testNotEquals := method(assertNotEquals(1, "1"))
    testSame := method(a := list(1); assertSame(a, a))
    testNotSame := method(assertNotSame(list(1), list(1)))
    testNil := method(assertNil(nil))
    testNotNil := method(assertNotNil(false))
    testTrue := method(assertTrue(1 < 2))
    testFalse := method(assertFalse(2 < 1))
    testDelta := method(assertEqualsWithinDelta(1, 1.2, 0.5))
    testRaises := method(assertRaisesException(1 foo))
)
T testSlotNames foreach(name, try(T perform(name)) println)
T testRaises error println

# What UnitTest does in Io. See Protos/UnitTest/UnitTestSlots.cs for the table.
# Assertions quote their source and show the values: assertEquals(a, 2) raises `a != 2` --> `1 != 2`.

UnitTest setUp := method(nil)

UnitTest tearDown := method(nil)

UnitTest testSlotNames := method(
    names := self `slotNames `select(name,
        name `beginsWithSeq("test") and (self `getSlot(name) `type == "Block")
    )
    names `sortByKey(name, self `getSlot(name) `message `lineNumber)
)

UnitTest prepare := method(`newMap `atPut(self type, self testSlotNames))

UnitTest fail := method(error, Exception raise(if(error `isNil, "fail", error)))

UnitTest knownBug := method(
    self fail("`" .. call `message `argAt(0) .. "` is a known bug")
)

# The message m whose arguments are quoted is the assertion itself, unless another assertion passes its own.

UnitTest assertEquals := method(a, b, m,
    if(a != b, `raiseComparison("!=", a, b, if(m `isNil, call `message, m)))
)

UnitTest assertNotEquals := method(a, b, m,
    if(a == b, `raiseComparison("==", a, b, if(m `isNil, call `message, m)))
)

UnitTest assertSame := method(a, b, self assertEquals(a `uniqueId, b `uniqueId, call `message))

UnitTest assertNotSame := method(a, b, self assertNotEquals(a `uniqueId, b `uniqueId, call `message))

UnitTest assertNil := method(a, self assertEquals(a, nil, call `message))

UnitTest assertNotNil := method(a, self assertNotEquals(a, nil, call `message))

UnitTest assertTrue := method(a, self assertEquals(a, true, call `message))

UnitTest assertFalse := method(a, self assertEquals(a, false, call `message))

UnitTest assertEqualsWithinDelta := method(expected, actual, delta,
    if((expected - actual) `abs > delta,
        self fail(expected .. " expected, but was " .. actual .. " (allowed delta: " .. delta .. ")")
    )
)

UnitTest assertRaisesException := method(
    exception := try(call `evalArgAt(0))
    if(exception `isNil, self fail("`" .. call `message `argAt(0) .. "` should have raised Exception"))
    exception
)

UnitTest `raiseComparison := method(operator, a, b, m,
    self fail("`" .. m argAt(0) .. " " .. operator .. " " .. m argAt(1) .. "` --> `" .. a asSimpleString .. " " .. operator .. " " .. b asSimpleString .. "`")
)

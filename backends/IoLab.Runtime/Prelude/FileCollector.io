# What FileCollector does in Io. See Protos/UnitTest/TestCollectorSlots.cs for the table.

FileCollector prepare := method(
    cases := `newMap
    Lobby `foreachSlot(name, value,
        if(`getSlot("value") `isKindOf(UnitTest), cases `atPut(name, `getSlot("value") testSlotNames))
    )
    cases
)

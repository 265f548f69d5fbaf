# What TestRunner does in Io: it runs tests and writes a dot or an E for each, the traces of the failures, and a summary.
# See Protos/UnitTest/TestRunnerSlots.cs for the table.

TestRunner init := method(
    self cases := `newMap
    self exceptions := `list
    self dots := 0
    self runtime := 0
    self
)

TestRunner setWidth := method(width, self width := width; self)

# The nil after perform keeps the runner's frame below the test's: a test can look at who called it.
# Cases are a map of names of UnitTests in the Lobby to lists of their slots' names. Answers a list of pairs: what failed, its exception.

TestRunner run := method(cases,
    self cases := cases
    self runtime := Date `secondsToRun(
        cases `foreach(name, slots,
            test := Lobby `getSlot(name)
            slots `foreach(slot,
                test setUp
                exception := try(test `perform(slot); nil)
                if(exception `isNil, self success, self error(name .. " " .. slot, exception))
                test tearDown
            )
        )
    )
    self printExceptions
    self printSummary
    self exceptions
)

TestRunner success := method(self linebreak; write("."); self)

TestRunner error := method(name, exception,
    self exceptions `append(`list(name, exception))
    self linebreak
    write("E")
    self
)

TestRunner linebreak := method(
    if(self dots > 0 and (self dots % self width == 0), write("\n"))
    self dots := self dots + 1
)

TestRunner testCount := method(
    count := 0
    self cases `foreach(name, slots, count = count + slots `size)
    count
)

# The only UnitTest of the run, or the script that started it.

TestRunner name := method(
    if(self cases `size == 1, return self cases `keys `first)
    if(System launchScript `isNil, "", System launchScript `fileName)
)

TestRunner printExceptions := method(
    write("\n")
    self exceptions `foreach(pair,
        writeln("=" `repeated(self width), "\nFAIL: ", pair `first, "\n", "-" `repeated(self width))
        pair `last showStack
    )
    self
)

TestRunner printSummary := method(
    count := self testCount
    seconds := (self runtime * 1000) `floor / 1000
    failures := self exceptions `size
    result := if(failures == 0, "OK", "FAILED (failures " .. failures .. ")")
    writeln("-" `repeated(self width), "\nRan ", count, if(count == 1, " test", " tests"), " in ", seconds, "s\n")
    writeln(result, self name `alignRight(self width - result `size, " "), "\n")
    self
)

# Tests run in the order of their lines, each between setUp and tearDown, on the test object itself.
Ordered := UnitTest clone do(
    setUp := method(write("<"))
    tearDown := method(write(">"))
    testZ := method(write("z"); self seen := 1)
    testA := method(write("a", seen))
    other := method(write("never"))
    testM := method(write("m"))
)
Ordered testSlotNames println
Ordered prepare foreach(name, tests, writeln(name, ": ", tests))
r := TestRunner clone do(success := nil; printExceptions := nil; printSummary := nil)
r run(Ordered prepare) println

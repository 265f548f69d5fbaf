# An exception of setUp or tearDown is no failure of a test: it ends the run.
Unset := UnitTest clone do(setUp := method(1 bar); testX := method(writeln("never")))
try(Unset run) error println
Torn := UnitTest clone do(
    tearDown := method(1 baz)
    testX := method(writeln("x"))
    testY := method(writeln("never"))
)
try(Torn run) error println

# FileCollector finds the UnitTests in the Lobby.
First := UnitTest clone do(
    testOne := method(nil)
    testTwo := method(nil)
)
Empty := UnitTest clone
Stranger := Object clone do(testOne := method(nil))
tests := FileCollector prepare
tests keys sort foreach(name, writeln(name, ": ", tests at(name)))

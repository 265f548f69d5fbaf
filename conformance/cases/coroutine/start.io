# coroDo starts at once, coroDoLater at the next yield, coroFor when it is resumed.
c := coroDo(writeln("a"); yield; writeln("b"))
writeln("main")
yield
writeln("main2")
later := coroDoLater(writeln("later"))
writeln("before")
yield
d := coroFor(writeln("d"); "value of d")
writeln("not yet")
d resume
d result println
list(c isFinished, later isFinished, d isFinished) println
yield
writeln("nobody is left to yield to")

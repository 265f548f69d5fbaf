# yield takes turns; the coroutine that was made last runs first.
coroDoLater(writeln("a1"); yield; writeln("a2"))
coroDoLater(writeln("b1"); yield; writeln("b2"))
writeln("m1")
yield
writeln("m2")
yield
writeln("m3")
yield
writeln("m4")

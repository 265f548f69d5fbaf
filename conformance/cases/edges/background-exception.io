# An exception in a coroutine that nobody waits for is silent.
coroDoLater(Exception raise("later"))
yield
writeln("after")
c := coroFor(Exception raise("kept"))
c resume
c exception error println
c isFinished println

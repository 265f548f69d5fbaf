# An uncaught exception ends the script; what was written stays.
writeln("before")
Exception raise("the end")
writeln("not reached")

# The trace of a message that nobody answers begins with it.
e := try(foo)
e showStack
try(list(1) bar(2)) showStack
writeln("done")

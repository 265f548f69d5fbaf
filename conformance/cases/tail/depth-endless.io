# An endless recursion is an exception that can be caught, and the program goes on.
# divergence: the limit is higher than the reference's
# time: 60s
# Millions of frames are made before the limit.
m := method(n, 1 + m(n + 1))
try(m(0)) error beginsWithSeq("Stack overflow: frame depth exceeded ") println
writeln("goes on")

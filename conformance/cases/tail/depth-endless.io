# An endless recursion is an exception that can be caught, and the program goes on.
# divergence: the limit is higher than the reference's, and blocks have it too
m := method(n, 1 + m(n + 1))
try(m(0)) error beginsWithSeq("Stack overflow: frame depth exceeded ") println
b := block(n, 1 + b call(n))
try(b call(1)) error beginsWithSeq("Stack overflow: frame depth exceeded ") println
writeln("goes on")

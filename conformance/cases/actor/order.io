# An actor performs one message per turn, in the order they were sent; arguments are evaluated by the sender.
o := Object clone do(foo := method(i, writeln("foo", i)))
n := 1
o @@foo(n)
n = 2
o @@foo(n)
n = 3
o @@foo(n)
for(i, 1, 5, writeln("m", i); yield)
o actorQueue size println

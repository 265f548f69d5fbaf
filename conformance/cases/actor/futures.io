# A future waits when it is first needed, and then is the result.
# divergence: in the reference a message to an unresolved proxy may answer a coroutine or lose the rest of its chain
o := Object clone do(foo := method(writeln("foo"); 5))
f := o @foo
writeln("sent")
writeln(f type)
writeln(f + 1)
writeln(f type)
g := o @foo
(g * 2) println
h := o futureSend(foo)
h asString println
(o @@foo) println
(o asyncSend(foo)) println
yield
yield

# @@ sends without a proxy and answers nil.
o := Object clone do(say := method(x, writeln("said ", x)))
writeln(o @@say(1 + 1))
writeln(o asyncSend(say(3)))
yield
yield
writeln("end")

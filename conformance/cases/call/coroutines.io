# coroutine is the current one, description names target, message and place.
m := method(call coroutine == Coroutine currentCoroutine)
writeln(m)
o := Object clone do(type := "Thing"; m := method(call description))
writeln(o m exSlice(0, 8))

# A frame describes itself and has a result once it came to one.
m := method(f := Coroutine currentCoroutine currentFrame; list(f description type, f result type))
writeln(m first)

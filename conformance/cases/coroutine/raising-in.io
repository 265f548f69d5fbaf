# raiseException in the current coroutine raises there.
e := try(Coroutine currentCoroutine raiseException(Exception clone setError("x")))
writeln(e error)

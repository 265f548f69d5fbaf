# Setters of exceptions, raiseFrom, showStack.
e := Exception clone setError("x") setCoroutine(1) setNestedException(2) setCaughtMessage(3) setOriginalCall(4)
list(e error, e coroutine, e nestedException, e caughtMessage, e originalCall) println
e := try(Exception raiseFrom("a call", "an error", "nested"))
list(e originalCall, e error, e nestedException) println
MyError := Exception clone
e := try(MyError raise("shown"))
e showStack
writeln("end")

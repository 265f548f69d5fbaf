# Setters of an exception answer it.
e := Exception clone setError("a") setNestedException(nil) setCaughtMessage(nil) setOriginalCall(nil)
writeln(e error, e nestedException, e caughtMessage, e originalCall, e coroutine)
writeln(e setCoroutine(Coroutine currentCoroutine) coroutine == Coroutine currentCoroutine)

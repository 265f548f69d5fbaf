# Setters of a coroutine's fields answer it.
c := Coroutine clone
writeln(c setResult(5) result, c setException(nil) exception, c setInException(true) inException, c setHandlerStack(list(1)) handlerStack)
writeln(c setRunTarget(1) == c)

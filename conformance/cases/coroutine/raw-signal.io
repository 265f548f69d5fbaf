# rawSignalException raises an exception as it is.
# divergence: it is not raised in a try
e := try(Coroutine currentCoroutine rawSignalException(Exception clone setError("x")))
writeln(e error)

# Exceptions in handlers of exceptions, and a chain of a hundred thousand.
# limits: time 3s, memory 300M
# ends: normal, exception, memory, time

e := nil
100000 repeat(e = Exception clone setError("x") setNestedException(e))
try(e asString)
try(e showStack)
f := method(n, try(Exception raise("x")) catch(Exception, f(n + 1)))
f(0)

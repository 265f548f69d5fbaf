# Other slots of exceptions.
e := try(Exception raise("boom"))
e coroutine type println
e caughtMessage println
e originalCall println
Exception error println
f := Exception clone
f setError("mine") == f
f error println
try(f raise("raised")) error println
f error println
e := try(nothingHere)
e originalCall type println
e originalCall message name println
e := try(1 + "a")
e type println

# handleActorException gets what an asynchronous message raised.
o := Object clone do(
    handleActorException := method(e, writeln("handled ", e error))
    bad := method(Exception raise("bad"))
)
o @@bad
yield
writeln("went on")

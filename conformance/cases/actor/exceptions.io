# An exception in an actor goes to its handleActorException, and the actor goes on.
o := Object clone do(
    handleActorException := method(e, writeln("handled: ", e error))
    bad := method(Exception raise("bad"))
    good := method(writeln("good"))
)
o @@bad
o @@good
5 repeat(yield)

# self is the receiver, also through protos and implicit sends.
o := Object clone do(
    name := "o"
    who := method(self name)
    implied := method(name)
    both := method(self who .. implied)
    me := method(self)
)
o who println
o both println
p := o clone do(name := "p")
p both println
(p me == p) println
f := method(self == Lobby)
f println
try(self) error println
try(o do(self println)) error println
o do(who println)

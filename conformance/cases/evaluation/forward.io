# forward gets the messages that nobody answers, their arguments unevaluated.
o := Object clone do(
    known := "known"
    forward := method(call message clone setNext code)
)
o known println
o blah println
o blah(1 + 2, writeln("not evaluated")) println
o clone other println
(o + 3) println
o forward println
o m := method(inner(5))
o m println
p := Object clone do(forward := "not a method")
p whatever println

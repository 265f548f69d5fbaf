# A clone of a block runs the same code, and may differ.
b := block(x, list("b", x))
c := b clone
c call(1) println
c setMessage(message(list("c", x)))
c call(2) println
b call(3) println
b tag := "slot on a block"
b tag println
c tag println
d := b clone
d tag println

# The innermost fitting handler answers; handlers are gone after the body.
A := Exception clone
B := Exception clone
withHandler(A, block(e, r, "outer A"),
    withHandler(B, block(e, r, "inner B"),
        list(A signal("1"), B signal("2")) println))
withHandler(A, block(e, r, "outer"), withHandler(A, block(e, r, "inner"), A signal("x"))) println
withHandler(A, block(e, r, 1), nil)
try(A signal("none left")) error println
m := method(A signal("in a method") * 2)
withHandler(A, block(e, r, 21), m) println

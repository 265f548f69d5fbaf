# A handler may decline: the next one outside is asked. When all decline, the exception is raised.
# divergence: the reference has no way to decline
# needs: continuations
A := Exception clone
withHandler(A, block(e, r, "outer"), withHandler(A, block(e, r, r decline), A signal("x"))) println
asked := list()
handler := method(name, answer, block(e, r, asked append(name); if(answer, answer, r decline; "ignored")))
withHandler(Exception, handler("c", "answer of c"),
    withHandler(A, handler("b", nil),
        withHandler(A, handler("a", nil), A signal("y") println; A signal("z") println)))
asked println
try(withHandler(A, block(e, r, r decline), A signal("nobody takes it"))) error println
withHandler(A, block(e, r, "outside the try"), try(withHandler(A, block(e, r, r decline), A signal("t") println)))
withHandler(A, block(e, r, r decline println; r invoke(5)), withHandler(A, block(e, r, r invoke(6)), A signal("q"))) println
# The same exception comes to all.
seen := list()
withHandler(A, block(e, r, seen append(e); nil), withHandler(A, block(e, r, seen append(e); r decline), A signal("same")))
(seen at(0) == seen at(1)) println

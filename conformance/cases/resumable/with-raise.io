# raise passes handlers by; a handler may raise; a try in between does not hide a handler.
try(withHandler(Exception, block(e, r, "handled"), Exception raise("raised"))) error println
try(withHandler(Exception, block(e, r, Exception raise("from the handler")), Exception signal("x"))) error println
withHandler(Exception, block(e, r, 5), try(v := Exception signal("in a try")); v) println
out := list()
withHandler(Exception, block(e, r, out append(e error); nil),
    for(i, 1, 3, Exception signal(i))
)
out println
f := method(withHandler(Exception, block(e, r, 3), x := Exception signal("y"); x + 1))
f println

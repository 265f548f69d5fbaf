# signal asks the handlers; the block's value is the value of signal.
withHandler(Exception, block(e, r, 42), Exception signal("x") + 1) println
withHandler(Exception, block(e, r, e error .. "!"), Exception signal("text")) println
withHandler(Exception, block(e, r, r invoke(7)), Exception signal("x") * 2) println
try(Exception signal("nobody")) error println
MyError := Exception clone
withHandler(MyError, block(e, r, "mine"), MyError signal("x")) println
try(withHandler(MyError, block(e, r, "mine"), Exception signal("not mine"))) error println
withHandler(Exception, block(e, r, 1), "no signal") println
withHandler(Exception, block(e, r, nil), Exception signal("x")) println

# The handler's value is the value of signal.
writeln(withHandler(Exception, block(e, r, 42), Exception signal("x") + 1))
writeln(withHandler(Exception, block(e, r, e error .. "!"), Exception signal("x")))
writeln(withHandler(Exception, block(e, r, r invoke(7)), Exception signal("x")))
writeln(try(Exception signal("nobody")) error)

# Parentheses and evalArg in a method evaluate in the locals.
m := method(x, list((x + 1) * 2, evalArg(x), evalArgAndReturnNil(x), evalArgAndReturnSelf(x) isIdenticalTo(thisLocalContext)))
writeln(m(3))

# Missing actuals are nil, extra ones are not evaluated.
f := method(a, b, list(a, b))
writeln(f, f(1), f(1, 2), f(1, 2, writeln("never")))

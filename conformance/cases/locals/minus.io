# A leading minus in a method negates its argument.
m := method(x, list(-x, -5, -(x + 1)))
writeln(m(3))

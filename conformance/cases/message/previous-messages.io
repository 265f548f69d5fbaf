# previous of a fresh tree.
m := message(a b)
writeln(m previous, " ", m next previous type)

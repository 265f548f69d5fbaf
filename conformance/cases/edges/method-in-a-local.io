# A method in a local runs when it is named.
m := method(f, f)
writeln(m(method(5)), " ", m(block(5)) type)

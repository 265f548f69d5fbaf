# rangeFill numbers the items, zero clears them.
v := vector(5, 5, 5)
writeln(v rangeFill, " ", v zero)
writeln("abc" asMutable zero at(0))

# Sequence methods work on vectors.
v := vector(1, 2, 3, 4)
writeln(v exSlice(1, 3), " | ", v reverse, " | ", v at(0), " | ", v append(5) size)
writeln(v contains(3), " ", v removeAt(0), " | ", v)

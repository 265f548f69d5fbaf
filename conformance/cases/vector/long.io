# Long vectors: every item takes part, also behind the last full group.
v := Vector clone
for(i, 1, 1001, v append(i))
writeln(v size, " ", v sum, " ", v max, " ", v min, " ", v mean)
w := v + v
writeln(w at(0), " ", w at(1000), " ", (v * 2) at(1000), " ", (w - v) == v)
writeln(v dotProduct(v))
v += 1
writeln(v at(0), " ", v at(999), " ", v at(1000))

# Items of integer types wrap.
v := vector(250, 5) convertToItemType("uint8")
writeln(v at(0), " ", v itemType)
v += 10
writeln(v at(0), " ", v at(1))
w := vector(-1, 1) convertToItemType("int16")
writeln(w at(0), " ", (w * 2) at(0), " ", w sum)

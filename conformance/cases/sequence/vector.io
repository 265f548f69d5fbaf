# Arithmetic item by item, with sequences (as many items as both have) and numbers.
vector(1.5, 2) println
vector(1, 2, 3) type println
Vector clone append(1) type println
(vector(1, 2, 3) + vector(1, 1, 1)) println
(vector(1, 2, 3) + vector(1, 1)) println
(vector(1, 2) + vector(1, 1, 1)) println
(vector(1, 2, 3) - 1) println
(vector(1, 2, 3) * 2.5) println
(vector(1, 2, 3) / 2) println
(vector(1, 2, 3) ** 2) println
(vector(1, 2) + vector(1, 2) convertToItemType("int32")) println
v := vector(1, 2, 3)
((v += 1) isIdenticalTo(v)) println
v println
(v -= vector(1, 1, 1)) println
(v *= v) println
(v /= 2) println
(v addEquals(vector(1, 1, 1))) println
(vector(0.1, 0.2) * 0.1) at(0) println
(vector(0.1, 0.2) convertToItemType("float64") * 0.1) at(1) println
(vector(1, 3) convertToItemType("int32") + 1.5) println
(vector(200, 3) convertToItemType("uint8") + 100) println
(vector(1, 2) convertToItemType("int32") / 2) println
(vector(7, 9) convertToItemType("int64") * vector(3, 2) convertToItemType("int64")) println
big := Vector clone setSize(1003) rangeFill
big *= big
writeln(big at(2), " ", big at(1002), " ", big sum)
big -= big
big isZero println
writeln(try("a" + "b") error)
writeln(try("a" asMutable += 1) error)
writeln(try("a" += 1) error)
writeln(try(vector("a")) error)

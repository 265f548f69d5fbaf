# Functions of all items, and functions of each item in place.
v := vector(1, 2, 3)
writeln(v sum, " ", v mean, " ", v product, " ", v min, " ", v max, " ", v meanSquare, " ", v rootMeanSquare)
writeln("abc" sum, " ", "abc" max, " ", Vector clone sum, " ", Vector clone product)
writeln(v dotProduct(vector(1, 1, 1)), " ", v dotProduct(vector(2, 2)), " ", vector(1, 2) distanceTo(vector(1, 4)))
writeln(vector(0.1, 0.2) sum, " ", vector(0.1, 0.2) dotProduct(vector(0.1, 0.2)), " ", vector(0.1, 0.2) distanceTo(vector(0.3, 0.2)))
writeln(try(v dotProduct(5)) error)
vector(3, 4) normalize println
vector(3, 4) square println
vector(4, 9) sqrt println
vector(-4, 9) abs println
vector(1.5, -1.5) ceil println
vector(1.5, -1.5) floor println
vector(1, -2) negate println
list("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "log", "log10") foreach(f,
    writeln(f, " ", vector(1) perform(f) at(0))
)
vector(1, 5, 3) Min(vector(2, 2, 2)) println
vector(1, 5, 3) Max(vector(2, 2, 2)) println
"ab" asMutable bitwiseAnd("bb") println
"ab" asMutable bitwiseOr("bb") println
"ab" asMutable bitwiseXor("  ") println
"a" asMutable bitwiseNot at(0) println
vector(1, 2) convertToItemType("int32") bitwiseNot println
w := vector(1, 2)
writeln(w x, " ", w y, " ", w z)
w setX(9) setY(8) setZ(7) println
w set(4, 5) println
w rangeFill println
w zero println
w setItemsToDouble(3) println
w setItemsToLong(2.7) println
(w isIdenticalTo(w sqrt)) println
writeln(vector(1, 2) == vector(1, 2), vector(1, 2) < vector(2, 3), vector(1, 2) compare(vector(1, 3)), "abc" == vector(97, 98, 99))
writeln(try("ab" square) error)
writeln(try("ab" setX(1)) error)

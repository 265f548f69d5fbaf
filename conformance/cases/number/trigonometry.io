# Trigonometric functions take radians.
pi := Number constants pi
writeln((pi / 2) sin, " ", 0 cos, " ", (pi / 4) tan asString(0, 10))
writeln(1 asin asString(0, 10), " ", 1 acos, " ", 1 atan asString(0, 10))
writeln(1 atan2(1) asString(0, 10), " ", 1 atan2(-1) asString(0, 10), " ", (-1) atan2(0) asString(0, 10))
writeln(2 asin isNan, " ", 2 acos isNan, " ", (1 / 0) atan asString(0, 10))
writeln(try(1 atan2) error)
writeln(try(1 atan2("a")) error)

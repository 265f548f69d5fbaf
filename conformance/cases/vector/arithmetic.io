# Vectors add, subtract, multiply and divide item by item, with vectors and with numbers.
a := vector(1, 2, 3)
b := vector(4, 5, 6)
writeln(a + b, " | ", b - a, " | ", a * b, " | ", b / a)
writeln(a + 1, " | ", a - 1, " | ", a * 2, " | ", a / 2)
writeln(a, " | ", b)

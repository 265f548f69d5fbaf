# Sums, products, means and extremes over the items.
v := vector(1, 2, 3, 4)
writeln(v sum, " ", v product, " ", v mean, " ", v min, " ", v max)
writeln(v meanSquare, " ", v rootMeanSquare asString(0, 6))
writeln(vector(-1, 1) sum, " ", vector(5) mean)

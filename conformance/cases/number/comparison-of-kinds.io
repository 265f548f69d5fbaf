# Numbers equal numbers only, and come in a fixed order with other kinds.
writeln(1 == 1.0, 1 == "1", 1 == nil, 1 == list(1), 1 != "1", 1 != 1)
writeln(1 < 2, 2 <= 2, 3 > 2, 2 >= 3, (-1) < 0)
writeln(1 compare(2), " ", 2 compare(1), " ", 2 compare(2))
writeln(1 isIdenticalTo(1), " ", 1 == 1 clone)

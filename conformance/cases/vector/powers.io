# ** raises every item to a power.
writeln(vector(1, 2, 3) ** 2)
writeln(vector(2, 3) ** vector(3, 2))
writeln(vector(4, 9) ** 0.5)

# Vectors are equal when their items are; order is item by item.
writeln(vector(1, 2) == vector(1, 2), vector(1, 2) == vector(1, 3), vector(1) == vector(1, 2))
writeln(vector(1, 2) != vector(1, 2), vector(97, 98) == "ab")
writeln(vector(1, 2) compare(vector(1, 3)), vector(2) compare(vector(1, 3)))

# Min and Max take item by item the smaller or larger of two vectors.
writeln(vector(1, 5, 3) Min(vector(4, 2, 3)))
writeln(vector(1, 5, 3) Max(vector(4, 2, 3)))
writeln(try("abc" Min("abd")) error)
writeln(try(vector(1) Max(1)) error)

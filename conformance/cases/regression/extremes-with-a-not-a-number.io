# Found by comparing generated programs with the reference: where one of two items is no number, Min and Max take the argument's.
nan := 0 / 0
vector(1, nan, nan) Min(vector(nan, 2, nan)) foreach(x, x isNan println)
vector(1, nan, nan) Max(vector(nan, 2, nan)) foreach(x, x isNan println)
vector(1, 5, 2) Min(vector(1, 2, 5)) println
vector(1, 5, 2) Max(vector(1, 2, 5)) println

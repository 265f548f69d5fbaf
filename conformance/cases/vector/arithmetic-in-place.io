# The assigning operators change the receiver.
v := vector(1, 2, 3)
v += vector(1, 1, 1); v println
v -= vector(0, 1, 2); v println
v *= vector(2, 2, 2); v println
v /= vector(4, 4, 4); v println
v += 10; v println
v -= 1; v println
v *= 2; v println
v /= 4; v println

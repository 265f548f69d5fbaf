# divergence: the reference's C library rounds some of these the other way in the last digit
# Functions to their last digit: correctly rounded.
list(0.1, 0.5, 1, 2, 3.7, 10, 42, -0.3, 100.25) foreach(x,
    writeln(x, ": ", x sin, " ", x cos, " ", x tan, " ", x atan, " ", x exp, " ", x abs log, " ", x abs log2, " ", x abs ** 0.3, " ", x atan2(3))
)
list(-1, -0.5, 0.1, 0.9, 1) foreach(x, writeln(x, ": ", x asin, " ", x acos))
writeln(8 log2, " ", 1000 log10, " ", 2 ** 10, " ", 2 ** 0.5, " ", 10 ** -3, " ", 0 ** 0, " ", (-8) ** 3)

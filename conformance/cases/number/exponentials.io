# exp and logarithms; of zero it is minus infinity, of a negative number not a number.
writeln(0 exp, " ", 1 exp asString(0, 10), " ", -1 exp asString(0, 10), " ", 1000 exp)
writeln(8 log2, " ", 1000 log10 asString(0, 10), " ", 8 log(2) asString(0, 10))
writeln(0 log10, " ", (-1) log10 isNan, " ", 0 log2)
writeln(1 log, " ", 100 log(10) asString(0, 10))

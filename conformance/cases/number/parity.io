# isEven and isOdd look at the integer part.
writeln(4 isEven, " ", 3 isEven, " ", 2.5 isEven, " ", 0 isEven, " ", (-2) isEven)
writeln(4 isOdd, " ", 3 isOdd, " ", 3.9 isOdd, " ", (-3) isOdd)

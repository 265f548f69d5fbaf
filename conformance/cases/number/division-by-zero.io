# Division by zero gives infinities, zero by zero is not a number, and none of them raises.
writeln(1 / 0, " ", -1 / 0, " ", (1 / 0) - (1 / 0) == 0)
writeln((0 / 0) isNan, " ", (0 / 0) == (0 / 0))
writeln(5 % 0 == 5 % 0, " ", (5 % 0) isNan)
writeln(0 / 5, " ", (0 - 0) / 5)

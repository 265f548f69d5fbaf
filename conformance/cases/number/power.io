# ** and pow agree; zero to the zero is one, a negative base with a fraction is not a number.
writeln(2 ** 10, " ", 2 pow(10), " ", 2 ** -1, " ", 9 ** 0.5)
writeln(0 ** 0, " ", 0 ** 5, " ", (-2) ** 3, " ", (-2) ** 2)
writeln(((-8) ** (1 / 3)) isNan, " ", 0 ** -1)
writeln(try(2 ** "a") error)
writeln(try(2 pow) error)

# The remainder has the sign of the dividend; mod is the same operation.
writeln(7 % 3, " ", (-7) % 3, " ", 7 % -3, " ", (-7) % -3)
writeln(7 mod(3), " ", (-7) mod(3), " ", 7 mod(-3), " ", (-7) mod(-3))
writeln(5.5 % 2, " ", (-5.5) % 2, " ", 1e10 % 7)
writeln(0 % 5, " ", 3 % 3)
writeln(try(7 % "a") error)
writeln(try(7 mod) error)

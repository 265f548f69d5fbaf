# Arithmetic takes numbers only and says which argument is wrong.
writeln(try(1 + "a") error)
writeln(try(1 - nil) error)
writeln(try(1 * list) error)
writeln(try(1 / Object) error)
writeln(try(1 +) error)
writeln(try(1 perform("-")) error)
writeln(try(1 + Map clone) error)

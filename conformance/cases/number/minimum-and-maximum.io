# min and max take one number; further arguments are ignored, wrong ones raise.
writeln(3 min(5), " ", 5 min(3), " ", 3 max(5), " ", 5 max(3))
writeln(3 min(5, 1), " ", 3 max(1, 9), " ", 3 min(3))
writeln((-1) min(0), " ", (-1) max(0))
writeln(try(3 min) error)
writeln(try(3 max("4")) error)

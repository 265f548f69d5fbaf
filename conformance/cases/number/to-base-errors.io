# toBase takes bases from 2 to 36.
writeln(42 toBase(2), " ", 42 toBase(36), " ", 35 toBase(36), " ", 0 toBase(2))
writeln(255 toBase(16), " ", 255.9 toBase(16))
writeln(try(42 toBase(37)) error)
writeln(try(42 toBase(1)) error)
writeln(try(42 toBase) error)
writeln(try(42 toBase("a")) error)

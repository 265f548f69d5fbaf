# Order compares item by item; the shorter of two that begin alike is less.
writeln("a" < "b", "a" <= "a", "b" > "a", "b" >= "c", "" < "a", "Z" < "a", "abc" < "abd")
writeln(try("a" < 1) error)
writeln(try("a" <= nil) error)
writeln(try("a" > list) error)
writeln(try("a" >= 1) error)

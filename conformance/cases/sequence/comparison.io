# Order is item by item, then by length; only == and != take other kinds.
writeln("a" < "b", "a" > "B", "b" < "abcd", "abc" < "abcd", "a" >= "a", "a" <= "a")
writeln("a" == 5, "a" != 5, "a" == nil)
writeln("a" compare("b"), " ", "b" compare("a"), " ", "a" compare("a"))
writeln(try("a" < 5) error)
writeln(try("a" <= nil) error)
writeln(try("a" > 5) error)
writeln(try("a" >= 5) error)
writeln("é" == "é" asUCS4, "z" < "é", "é" < "€")

# split keeps empty pieces between separators but none at the end.
writeln("a b  c" split, "a,b;c" split(",", ";"), ",a," split(","), "" split, "abc" split("x"))
writeln("a--b-c" split("--", "-"), " ", "a b" split size)
writeln(try("abc" split("")) error)
writeln(try("abc" split(1)) error)

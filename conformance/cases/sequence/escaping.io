# escape and unescape work in place.
s := "a\"b\n\t\\" asMutable
writeln(s escape, " ", s size)
writeln(s unescape size, " ", s == "a\"b\n\t\\")
writeln(try("a" escape) error)
writeln(try("a" unescape) error)

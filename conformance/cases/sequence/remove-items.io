# removeAt takes an item out, removeLast the last one; each answers what it documents.
s := "abcd" asMutable
s removeAt(1) println
s println
s removeLast println
s println
"" asMutable removeLast println
writeln(try("abc" removeAt(0)) error)
writeln(try("abc" removeLast) error)
writeln(try("abc" asMutable removeAt) error)

# atInsertSeq inserts before an index; the end is allowed, beyond it raises.
s := "abc" asMutable
writeln(s atInsertSeq(0, "x"), " ", s atInsertSeq(4, "y"), " ", s atInsertSeq(2, 5))
writeln(try(s atInsertSeq(100, "z")) error)
writeln(try(s atInsertSeq(-1, "z")) error)
writeln(try("abc" atInsertSeq(0, "z")) error)

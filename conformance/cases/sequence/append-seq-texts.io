# appendSeq adds the text of each argument and answers the receiver.
s := "a" asMutable
writeln(s appendSeq("b", 1, nil, 2.5, list(1), "c"))
writeln(s isIdenticalTo(s appendSeq("!")), " ", s size)
writeln(try(s appendSeq) error)
writeln(try("a" appendSeq("b")) error)
s appendSeq(s)
writeln(s size)

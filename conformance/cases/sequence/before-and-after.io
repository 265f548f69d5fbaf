# beforeSeq of an absent text is everything, afterSeq nil.
writeln("a=b=c" beforeSeq("="), " ", "a=b=c" afterSeq("="), " ", "abc" beforeSeq("x"), " ", "abc" afterSeq("x"))
writeln("abc" beforeSeq("a") size, " ", "abc" afterSeq("c") size)
writeln(try("abc" beforeSeq(1)) error)
writeln(try("abc" afterSeq(1)) error)

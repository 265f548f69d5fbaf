# Which results may be changed, and which sequences are the same object.
show := method(s, writeln(s, " ", if(s isMutable, "mutable", "immutable"), " ", s isSymbol))
show("abc")
show("abc" asMutable)
show("abc" asBuffer)
show("abc" asMutable asSymbol)
show("abc" asMutable asString)
show("abc" clone)
show("abc" asMutable clone)
show("abc" itemCopy)
show("a" .. "b")
show("abc" asMutable exSlice(1))
show("abc" exSlice(1))
show("abc" asMutable asUppercase)
show("abc" asMutable asCapitalized)
show("abc" reverse)
show("a,b" split(",") at(0))
show("a" alignLeft(2, "."))
show("abc" asMutable beforeSeq("c"))
show("abc" between("a", "c"))
("ab" isIdenticalTo("a" .. "b")) println
("ab" isIdenticalTo("ab" asMutable)) println
("ab" == "ab" asMutable) println
a := "ab" asMutable
b := a clone appendSeq("c")
writeln(a, " ", b)
("abc" type) println
("abc" proto == Sequence) println
String type println
(String isIdenticalTo(ImmutableSequence)) println

# Which results are mutable; what arithmetic on a vector answers is a Sequence; texts of objects are asked for.
show := method(s, writeln(s type, " ", s isMutable, " ", s itemType, " ", s size))
show("xyzzy" fileName)
show("a/xyzzy.io" fileName)
show("a/xyzzy.io" lastPathComponent)
show("a/xyzzy.io" pathComponent)
show("a/xyzzy.io" pathExtension)
show("abc" asBase64)
show("abc" with("def"))
show("abc" asMutable with("def"))
show(vector(1, 2) + vector(1, 2))
show(vector(3, 2) removeLast + 1)
show(vector(1, 2))
A := Object clone do(asString := method("<A>"))
"x" asMutable appendSeq("b", A, 3) println
"x" asMutable prependSeq("b", A, 3) println
x := 5
"#{x}é#{}#{A}" interpolate println
"c a b" split sortBy(block(p, q, p < q)) println

# asSymbol makes the one immutable sequence of a content; equal symbols are identical.
a := "ab" .. "c"
writeln(a asSymbol isIdenticalTo("abc"), " ", "abc" isIdenticalTo("abc"))
writeln("abc" asMutable isIdenticalTo("abc"), " ", "abc" asMutable == "abc")
writeln("abc" isSymbol, " ", "abc" asMutable isSymbol, " ", "abc" isMutable, " ", "abc" asMutable isMutable)

# Items are read, written, appended and removed; out of range reads are nil, bad indexes raise.
s := "abc" asMutable
writeln(s size, " ", s at(0), " ", s at(1.9), " ", s at(3))
writeln(try("abc" at(-1)) error)
writeln(try("abc" at) error)
writeln(try("abc" at("x")) error)
s atPut(1, 65) println
s atPut(5, 66) size println
s at(4) println
s setSize(3) println
s append(100, 101) println
Sequence clone append(300) at(0) println
writeln(try(s append) error)
writeln(try(s append("d")) error)
writeln(try(s atPut(0)) error)
r := "abcde" asMutable
writeln(r removeAt(1), " ", r removeAt(-1), " ", r removeAt(99), " ", r)
r removeLast println
s empty isEmpty println
"" isEmpty println
"a" isEmpty println
"abc" contains(98) println
"abc" contains(98.5) println
writeln(try("abc" contains("b")) error)
"cab" asMutable sort println
"abc" asMutable reverseInPlace println
"abc" reverse println
"abc" asMutable copy("xyzw") println
Sequence clone setSize(3) isZero println
"a" isZero println
(("ab" .. "c") hash == "abc" hash) println
"abc" asMutable preallocateToSize(10) size println

# reverse makes a new sequence, reverseInPlace changes the receiver.
s := "abc" asMutable
writeln(s reverse, " ", s, " ", s reverseInPlace, " ", s)
writeln("" reverse size, " ", "a" reverse)
writeln(try("abc" reverseInPlace) error)

# uppercase, lowercase and capitalize change the receiver.
s := "aBc" asMutable
writeln(s uppercase, " ", s, " ", s lowercase, " ", s capitalize)
writeln(try("abc" uppercase) error)
writeln(try("abc" lowercase) error)
writeln(try("abc" capitalize) error)
writeln("" asMutable uppercase size)

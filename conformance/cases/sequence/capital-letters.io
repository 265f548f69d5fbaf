# asCapitalized, asUppercase and asLowercase make new immutable texts.
s := "hELLO" asMutable
writeln(s asCapitalized, " ", s asUppercase, " ", s asLowercase, " ", s)
writeln("abc" asUppercase isMutable, " ", "abc" isLowercase, " ", "Abc" isLowercase, " ", "ABC" isUppercase, " ", "" isUppercase)

# setEncoding takes the names of the valid encodings.
s := "abc" asMutable
writeln(s setEncoding("utf8") encoding, " ", s setEncoding("number") encoding, " ", s setEncoding("ascii") encoding)
writeln(try(s setEncoding("none")) error)
writeln(try("abc" setEncoding("utf8")) error)
writeln(Sequence validEncodings, Sequence validItemTypes)

# translate replaces items of one text by those of another.
writeln(try("abc" asMutable translate("ab", "x")) error)
writeln(try("abc" translate("a", "b")) error)
writeln(try("abc" asMutable translate("a")) error)

# replaceMap replaces keys by values.
m := Map with("a", "1", "b", "2")
writeln("abcab" asMutable replaceMap(m), " ", "xyz" asMutable replaceMap(m), " ", "abc" asMutable replaceMap(Map clone))
writeln(try("abc" replaceMap(m)) error)
writeln(try("abc" asMutable replaceMap(list)) error)

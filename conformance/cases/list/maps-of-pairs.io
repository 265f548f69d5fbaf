# asMap makes a map of pairs.
m := list(list("a", 1), list("b", 2)) asMap
writeln(m keys sort, m at("a"), m at("b"))

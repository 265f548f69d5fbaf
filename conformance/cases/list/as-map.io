# A list of pairs as a map.
m := list(list("a", 1), list("b", 2), list("a", 3), list("c")) asMap
writeln(m at("a"), m at("b"), m at("c"), m size)
writeln(list(1, 2, 3) mapFromKey("asString") keys sort)
writeln(try(list(1) asMap) error)
writeln(try(list(list()) asMap) error)

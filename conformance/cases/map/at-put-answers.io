# atPut answers the map and replaces.
m := Map clone
writeln(m atPut("a", 1) isIdenticalTo(m), " ", m atPut("a", 2) at("a"), " ", m size)
m atPut("b")
writeln(m at("b"), " ", m hasKey("b"))
writeln(try(m atPut(1, 2)) error)
writeln(try(m atPut) error)

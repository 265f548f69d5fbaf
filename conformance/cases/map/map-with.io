# with takes keys and values in turn.
m := Map with("a", 1, "b")
writeln(m at("a"), m size, m at("b"), Map with size)

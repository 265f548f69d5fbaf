# addKeysAndValues takes a list of each.
m := Map clone
m addKeysAndValues(list("a", "b"), list(1, 2))
writeln(m at("a"), m at("b"), m size)

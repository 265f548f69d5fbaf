# A clone has its own entries.
m := Map with("a", 1)
c := m clone
c atPut("b", 2)
writeln(m size, c size, m == c, m == Map with("a", 1), m type, c type)

# Maps are equal when their entries are; a clone has entries of its own.
writeln(Map with("a", 1) == Map with("a", 1), Map with("a", 1) == Map with("a", 2), Map with("a", 1) == Map clone)
m := Map with("a", 1)
n := m clone atPut("b", 2)
writeln(m size, n size, n type, m == n)

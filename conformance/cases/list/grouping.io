# groupBy makes a map from texts of keys to lists.
m := list(1, 2, 3, 4, 5) groupBy(% 2)
writeln(m at("0"), m at("1"), m size)
m := list("a", "bb", "cc") groupBy(x, x size)
writeln(m keys sort, m at("2"), list groupBy(size) size)

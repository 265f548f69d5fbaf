# Keys and values; with, atPut, at, hasKey, removeAt, size.
m := Map with("a", 1, "b", 2)
writeln(m at("a"), m at("c"), m at("c", 9), m size, m hasKey("a"), m hasKey("c"))
writeln(m atPut("c", 3) size, m removeAt("a") size, m removeAt("zz") size, m keys sort, m values sort)
writeln(m isEmpty, m isNotEmpty, m empty size, m isEmpty, m isNotEmpty)
writeln(Map with("a") at("a", 5), Map clone atPut("k") at("k", 5))

# keys and values are lists of their own.
m := Map with("a", 1, "b", 2)
ks := m keys
ks append("c")
writeln(ks sort, m keys sort, m values sort, Map clone keys, Map clone values)

# merge makes a new map, mergeInPlace changes the receiver; the argument wins.
a := Map with("a", 1, "b", 2)
b := Map with("b", 3, "c", 4)
m := a merge(b)
writeln(m keys sort, m at("b"), a size, b size)
a mergeInPlace(b)
writeln(a keys sort, a at("b"))
writeln(a merge(Map clone) size)

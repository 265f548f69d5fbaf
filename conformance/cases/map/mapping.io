# map answers a list, select a map, detect a pair.
m := Map with("a", 1, "b", 2, "c", 3)
writeln(m map(k, v, k .. v) sort)
s := m select(k, v, v > 1)
writeln(s type, s keys sort, s size)
writeln(m detect(k, v, v == 2), m detect(k, v, v == 9), Map clone detect(k, v, true))

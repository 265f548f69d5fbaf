# Their names are set in the sender, where assignments work too.
m := Map with("a", 1, "b", 2)
writeln(m map(k, v, k .. v) sort, m select(k, v, v > 1) keys, m select(k, k == "a") keys)
writeln(m detect(k, v, v > 1), m detect(k, k == "b"), m detect(k, v, false), Map clone detect(k, v, true))
Map with("x", 5) map(k, v, q := v)
writeln(k, v, q)
f := method(m select(k, v, return "out"); "in")
g := method(m detect(k, v, return "out"); "in")
writeln(f, g, Map with("x", 5) map(k, v, continue), Map with("x", 5) map(k, v, break))

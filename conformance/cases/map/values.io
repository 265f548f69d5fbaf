# Values of any kind are kept as they are; methods are not run.
m := Map with("f", method(x, x + 1), "n", nil, "l", list(1))
writeln(m at("f") type, m at("n"), m hasKey("n"), m at("l") append(2), m at("l"))
f := m at("f")
writeln(m at("f") call(4), m at("x") isNil)

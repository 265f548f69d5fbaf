# at evaluates its default only on a miss; a stored nil is a hit.
m := Map with("a", 1, "n", nil)
writeln(m at("a"), m at("z"), m at("z", "default"), m at("n", "default"))
m at("a", writeln("not evaluated"))
m at("z", writeln("evaluated"))
writeln(try(m at(1)) error)
writeln(try(m at) error)

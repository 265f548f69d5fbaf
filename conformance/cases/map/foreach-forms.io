# foreach with one name gives values, with two keys and values.
m := Map with("a", 1)
m foreach(v, writeln(v))
m foreach(k, v, writeln(k, v))
writeln(m foreach(k, v, v), " ", k, " ", v, " ", Map clone foreach(x, x))
writeln(Map with("a", 1, "b", 2) foreach(k, v, break("stopped")))
writeln(try(m foreach) error)

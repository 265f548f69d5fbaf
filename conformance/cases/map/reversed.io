# reverseMap exchanges keys and values.
m := Map with("a", "x", "b", "y") reverseMap
writeln(m keys sort, m at("x"), m at("y"))

# removeAt answers the map and ignores what is absent.
m := Map with("a", 1, "b", 2)
writeln(m removeAt("a") size, " ", m removeAt("zzz") size, " ", m hasKey("a"))
writeln(m empty size, " ", m isEmpty, " ", m isNotEmpty)

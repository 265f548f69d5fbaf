# serialized writes source text of values.
writeln(1 serialized, "|", "ab" serialized, "|", nil serialized, "|", true serialized, "|", false serialized)
writeln(list(1, "a", nil) serialized)
writeln(Map with("a", 1) serialized)

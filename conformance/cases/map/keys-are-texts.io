# Keys are contents of sequences, mutable or not; other kinds are refused.
m := Map clone
k := "ab" asMutable
m atPut(k, 1)
k appendSeq("c")
writeln(m keys, m at("ab"), m at(k))
writeln(try(m atPut(nil, 1)) error)
writeln(try(m hasKey(1)) error)
writeln(try(m removeAt(1)) error)
m atPut("", "empty")
writeln(m at(""))

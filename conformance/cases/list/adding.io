# append, push, prepend, appendIfAbsent, appendSeq; each answers the receiver.
l := list(1)
writeln(l append(2, 3), l push(4), l prepend(0, 9))
writeln(l appendIfAbsent(4, 5), l appendSeq(list(6), list(7, 8)), l appendSeq)
writeln(try(l append) error)
writeln(try(l push) error)
writeln(try(l prepend) error)
writeln(try(l appendSeq(1)) error)
writeln(try(l appendSeq(l)) error)

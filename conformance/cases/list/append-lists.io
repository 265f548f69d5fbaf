# appendSeq takes lists and not itself.
l := list(1)
writeln(l appendSeq(list(2, 3), list(4)), l appendSeq(list))
writeln(try(l appendSeq(5)) error)
writeln(try(l appendSeq(l)) error)
writeln(try(l appendSeq) error)

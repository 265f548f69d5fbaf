# containsAll and containsAny take a list.
l := list(1, 2, 3)
writeln(l containsAll(list(1, 3)), l containsAll(list(1, 4)), l containsAll(list))
writeln(l containsAny(list(9, 3)), l containsAny(list(9)), l containsAny(list))

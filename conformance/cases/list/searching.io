# Equality is by content.
l := list(1, "a", nil, list(2))
writeln(l contains(1), l contains("a"), l contains(list(2)), l contains, l contains(5))
writeln(l indexOf("a"), " ", l indexOf(list(2)), " ", l indexOf(9))
writeln(l containsAll(list(1, "a")), l containsAll(list(1, 3)), l containsAll(list()))
writeln(l containsAny(list(7, list(2))), l containsAny(list(7)), l containsAny(list()))
writeln(list("a") containsIdenticalTo("a"), list(1) containsIdenticalTo(1), list(list(1)) containsIdenticalTo(list(1)))

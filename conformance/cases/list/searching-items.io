# contains and indexOf compare contents, containsIdenticalTo identities.
a := list(1)
l := list("x", a, 3)
writeln(l contains("x"), l contains(list(1)), l contains(4), l contains)
writeln(l containsIdenticalTo(a), l containsIdenticalTo(list(1)), l containsIdenticalTo("x"))
writeln(l indexOf(3), l indexOf(list(1)), l indexOf(9), list(nil) indexOf(nil))

# asString shows items as asSimpleString does; inner lists are quoted once more.
writeln(list("a", nil, 1.5, true, "q\"\n"))
writeln(list(list(1), list("a"), list(list(1))))
writeln(list(1, 2) asSimpleString)
writeln(list("abcdefghijklmnopq", "abcdefghijklmnopq", "qqq") asSimpleString)
writeln(list() .. list(1) .. "x")
list(1, 2) print
list(3) println

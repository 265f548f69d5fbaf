# asString shows items as simple texts; asSimpleString of a long list is cut.
writeln(list, list(1, "a", nil, true), list("a\n") asString)
l := list
50 repeat(i, l append(i))
writeln(l asSimpleString, " ", l asSimpleString size, " ", l asString size)

# detect answers the first item, or nil.
l := list(1, 2, 3)
writeln(l detect(> 1), l detect(x, x > 2), l detect(i, x, i == 0), l detect(> 5), list() detect(true))
writeln(l detect(x, break("b")), l detect(x, return "r"))
no := Object clone do(asBoolean := false)
writeln(l detect(x, if(x == 3, 1, no)))
writeln(try(l detect) error)

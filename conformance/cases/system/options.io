# getOptions reads --name=value words into a map.
o := System getOptions(list("--a=5=6", "--foo", "x", "-b=q"))
writeln(o size, " ", o at("a"), " [", o at("foo"), "] [", o at("x"), "] ", o at("-b"))

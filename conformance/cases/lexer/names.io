# Names may hold dots, underscores, digits and letters beyond ASCII.
a.b := 1
_c := 2
d1 := 3
é := 4
writeln(a.b, _c, d1, é)

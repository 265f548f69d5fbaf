# raise and try: the exception and its error.
e := try(Exception raise("boom"))
e type println
e error println
(e isKindOf(Exception)) println
try(1 + 1) println
try(nil) println
try(r := 5)
r println
e := try(Exception raise)
e error println
e := try(Exception raise(42))
e error println
e := try(Exception raise(list(1, 2)))
e error println
m := method(try(x := 5); x)
m println
m := method(x := 1; try(x = 2; Exception raise("e"); x = 3); x)
m println

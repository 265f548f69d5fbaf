# += and its kin have a level, but numbers have no such slots.
a := 1
try(a += 2) error println
try(a -= 2) error println
try(true && false) error println
try(true || false) error println
Number += := method(n, self + n * 10)
(a += 2) println
(a += 1 + 1) println
a println

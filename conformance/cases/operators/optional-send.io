# ? sends a message only where there is a slot for it.
message(a ?b(1) + 2) code println
message(a ?b c) code println
o := Object clone do(a := 5; twice := method(x, x * 2))
(o ?a) println
(o ?missing) println
(o ?twice(21)) println
o ?missing(writeln("not evaluated")) println
(o ?a + 1) println
(o ?twice(2) ?foo) println
nil ?foo println

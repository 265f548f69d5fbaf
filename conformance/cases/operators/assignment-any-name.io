# Any name can be assigned: operators, words and text.
message(return = 5) code println
message(+ := method(1)) code println
message("a b" := 5) code println
message(if = 3) code println
message(1 := 2) code println
o := Object clone
o + := method(x, "plus " .. x)
(o + 5) println
o <=> := method(x, list("ship", x))
(o <=> 3) println
o % := "not activatable"
(o % 3) println

# performWithArgList takes evaluated arguments from a list.
o := Object clone do(m := method(a, b, list(a, b)))
o performWithArgList("m", list(1, 2)) println
o performWithArgList("m", list(1)) println
o performWithArgList("m", list(1, 2, 3)) println
1 performWithArgList("+", list(5)) println
o performWithArgList("m", list("text", nil)) println
o performWithArgList("m", list(list(1), message(a))) at(1) code println
try(o performWithArgList("m", 5)) error println
try(o performWithArgList("m")) error println
"a-b" performWithArgList("split", list("-")) println

# The forms of if and their values.
if(true, "a", "b") println
if(false, "a", "b") println
if(true, "a") println
if(1 > 2, "a") println
if(true) println
if(1 > 2) println
if(nil) println
if println
if(true, nil, 2) println
if(false, 2, nil) println
5 if(true, 1) println
if(true, writeln("only this"), writeln("not this"))
m := method(x, if(x > 5, "big", if(x > 2, "middle", "small")))
list(m(1), m(3), m(9)) println
x := if(false, 1)
x println

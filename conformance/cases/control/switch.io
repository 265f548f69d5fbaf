# switch evaluates keys until one equals, then only its result.
3 switch(1, "a", 3, "b", "c") println
9 switch(1, "a", 3, "b", "c") println
9 switch(1, "a") println
9 switch println
9 switch("default") println
"x" switch("y", 1, "x", 2) println
say := method(v, write("<", v, ">"); v)
2 switch(say(1), say("one"), say(2), say("two"), say(3), say("three")) println
nil switch(nil, "nil", "other") println
2 switch(1 + 1, "computed") println
m := method(x, x switch(1, return "one", 2, return "two"); "neither")
list(m(1), m(2), m(3)) println
o := Object clone do(== := method(x, true))
o switch(5, "redefined", "not equal") println

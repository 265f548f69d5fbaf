# and and or answer booleans and do not look at the right side when the left one decides.
say := method(v, write("<", v, ">"); v)
list(true and true, true and false, false and true, nil and 1) println
list(true or false, false or true, nil or nil, false or nil) println
list(5 and 6, nil or 5, 5 or nil, 0 and "", 5 and nil) println
(say(false) and say(true)) println
(say(true) or say(false)) println
(say(nil) or say(7)) println
(say(3) and say(nil)) println
(say(1) and say(2) and say(nil) and say(4)) println

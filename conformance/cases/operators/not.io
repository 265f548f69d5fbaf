# not is a message after its operand; in front of it, it is sent to the target.
message(not a) code println
message(a not) code println
message(not a and b) code println
list(true not, false not, nil not, 5 not) println
(not true) println
(not(true)) println
(true and false) not println
if(5 not, 1, 2) println

# A number ends where its rule ends; what follows is a new message.
5.5.5 println
list(1.5.25, 3.5 .5) println
message(5.5.5) code println
1a := "slot of one"
1 a println
message(1a) code println
message(1a := 2) code println
message(0x) code println

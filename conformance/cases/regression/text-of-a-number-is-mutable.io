# Found by comparing generated programs with the reference: the text of a number could not be changed in place.
s := 12 asString
s isMutable println
s removeLast println
s appendSeq("x") println
12 asString println
1.5 asString(6, 2) isMutable println
1.5 asString(6, 2) appendSeq("!") println
Map clone atPut(5 asString, "five") at("5") println
(5 asString == "5") println
5 asSimpleString println

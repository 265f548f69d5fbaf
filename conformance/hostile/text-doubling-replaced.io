# Every character becomes two.
# limits: time 10s, memory 30M
# ends: memory, exception, time

s := "x" asMutable
loop(s replaceSeq("x", "xx"))

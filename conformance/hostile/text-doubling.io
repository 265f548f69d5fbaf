# A mutable text that appends itself.
# limits: time 10s, memory 30M
# ends: memory, exception, time

s := "x" asMutable
loop(s appendSeq(s))

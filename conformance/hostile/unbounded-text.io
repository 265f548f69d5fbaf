# A text that grows by ten characters at a time.
# limits: time 5s, memory 30M
# ends: memory, exception, time

s := "" asMutable
loop(s appendSeq("0123456789"))

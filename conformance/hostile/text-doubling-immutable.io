# Texts twice as long as the last.
# limits: time 10s, memory 30M
# ends: memory, exception, time

s := "x"
loop(s = s .. s)

# A map that only grows.
# limits: time 5s, memory 30M
# ends: memory, time

m := Map clone
i := 0
loop(m atPut("key" .. i, i); i = i + 1)

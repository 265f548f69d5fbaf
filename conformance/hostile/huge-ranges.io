# Ranges that become lists.
# limits: time 5s, memory 100M
# ends: normal, time, memory, exception

try(1 to(1e12) asList)
try(1e12 toBaseWholeBytes(2))
try(list(1, 2, 3) slice(-1e15, 1e15, 1))
try("abc" exSlice(-1e15, 1e15))

# A clone that answers something else.
# limits: time 5s
# ends: normal, exception, time, memory

Object clone := method(nil)
Exception clone := method(1)
List clone := 3
try(Object clone)
list(1, 2)
Exception raise("x")

# An item far behind the end.
# limits: time 5s
# ends: normal, exception, memory

list(1) atPut(1e9, 1)

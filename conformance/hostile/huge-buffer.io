# A buffer larger than memory.
# limits: time 5s
# ends: normal, exception, memory

Sequence clone setSize(1e15)

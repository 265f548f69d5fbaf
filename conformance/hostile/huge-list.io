# A list of a size that no memory has.
# limits: time 5s
# ends: normal, exception, memory

List clone setSize(1e12)

# Room for more items than memory has.
# limits: time 5s
# ends: normal, exception, memory

l := List clone preallocateToSize(1e12)
l append(1)

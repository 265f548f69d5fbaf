# A text padded beyond memory.
# limits: time 5s
# ends: normal, exception, memory

"x" alignRight(1e12, "ab")

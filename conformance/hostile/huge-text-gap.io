# A text inserted far behind the end.
# limits: time 5s
# ends: normal, exception, memory

"x" asMutable atInsertSeq(1e12, "y")

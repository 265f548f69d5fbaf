# A list of one text a hundred thousand times, joined.
# limits: time 5s
# ends: normal, exception, memory

s := "x" repeated(100000)
l := list()
100000 repeat(l append(s))
l join

# Lists in lists in lists.
# limits: time 5s, memory 30M
# ends: memory, time

l := list()
loop(l = list(l, 1, 2, 3))

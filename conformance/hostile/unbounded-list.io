# A list that only grows.
# limits: time 5s, memory 30M
# ends: memory, time

l := list
l = list()
loop(l append(l size))

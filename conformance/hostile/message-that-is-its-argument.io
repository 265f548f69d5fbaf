# A message in its own arguments, sent and printed.
# limits: time 2s, memory 50M
# ends: normal, exception, memory, time

n := message(f(x))
n setArguments(list(n))
f := method(x, x)
try(doMessage(n))
n asString println

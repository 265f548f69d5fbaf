# A try in a try in a try.
# limits: time 5s, memory 50M
# ends: memory, exception, time

f := method(n, try(f(n + 1)))
f(0)

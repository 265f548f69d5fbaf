# A recursion without a bottom.
# limits: time 5s, memory 50M
# ends: memory, exception, time

f := method(n, 1 + f(n + 1))
f(0)

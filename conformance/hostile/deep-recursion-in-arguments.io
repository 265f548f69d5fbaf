# A recursion through arguments, blocks and loops.
# limits: time 5s, memory 50M
# ends: memory, exception, time

f := method(n, list(n) map(x, block(y, f(y + 1) + 1) call(x)) first)
f(0)

# Coroutines that never end, as many as fit.
# limits: time 5s, memory 30M
# ends: memory, time

f := method(loop(yield))
loop(Object clone do(f := method(loop(yield))) @@f; yield)

# Coroutines that start one another and wait.
# limits: time 5s, memory 50M
# ends: memory, exception, time

f := method(n, Coroutine clone setRunTarget(Lobby) setRunLocals(Lobby) setRunMessage(message(f(0))) run)
f(0)

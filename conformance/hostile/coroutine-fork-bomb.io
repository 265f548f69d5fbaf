# Every coroutine starts two more.
# limits: time 5s, memory 30M
# ends: memory, time

Bomb := Object clone do(
    go := method(Bomb clone @@go; Bomb clone @@go; yield; self go)
)
Bomb go

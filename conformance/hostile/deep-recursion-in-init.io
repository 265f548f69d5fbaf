# An init that clones.
# limits: time 5s, memory 50M
# ends: memory, exception, time

Thing := Object clone do(init := method(x := self clone; x))
Thing clone

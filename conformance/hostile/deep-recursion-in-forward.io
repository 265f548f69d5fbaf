# A forward that asks for what is not there.
# limits: time 5s, memory 50M
# ends: memory, exception, time

Object clone do(forward := method(1 + self somethingElse)) anything

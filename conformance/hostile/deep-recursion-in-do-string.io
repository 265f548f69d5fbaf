# A program that compiles itself.
# limits: time 5s, memory 50M
# ends: memory, exception, time

source := "1 + doString(source)"
doString(source)

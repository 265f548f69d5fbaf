# Messages built at run time, ever longer.
# limits: time 5s, memory 50M
# ends: memory, exception, time

name := "x"
loop(try(perform(name)); name = name .. name)

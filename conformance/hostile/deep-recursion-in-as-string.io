# A text that is made of itself, asked for by what prints.
# limits: time 5s, memory 50M
# ends: memory, exception, time

Thing := Object clone do(asString := method("<" .. self asString .. ">"))
Thing println

# An object with ever more slots, and ever more names.
# limits: time 5s, memory 30M
# ends: memory, time

o := Object clone
i := 0
loop(o setSlot("slot" .. i, i); i = i + 1)

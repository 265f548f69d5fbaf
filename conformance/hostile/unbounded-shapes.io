# Ever more objects, each with a name that no other has.
# limits: time 5s, memory 30M
# ends: memory, time

all := list()
i := 0
loop(all append(Object clone setSlot("a" .. i, 1) setSlot("b" .. i, 2)); i = i + 1)

# Slots whose change changes them.
# limits: time 5s, memory 50M
# ends: exception, memory, time

o := Object clone
o setSlot("setSlot", method(name, value, self x = value; 1 + self x))
o x := 1
Object updateSlot := method(name, value, self setSlot(name, value); 1 + self updateSlot(name, value))
o y := 2
o y = 3

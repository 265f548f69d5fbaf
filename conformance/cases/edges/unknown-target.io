# Assigning through an unknown name, and to an unknown slot.
m := method(nowhere a := 1)
try(m) error println
m := method(unknownSlot = 1)
try(m) error println
try(nowhere a = 1) error println

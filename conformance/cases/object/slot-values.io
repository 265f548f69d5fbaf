# slotNames and slotValues list own slots.
o := Object clone do(a := 1)
writeln(o slotNames, o slotValues, Object clone slotNames, Object clone slotValues)

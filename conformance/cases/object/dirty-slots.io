# Setting a slot makes an object dirty until it is marked clean.
# divergence: hasDirtySlot is always false
o := Object clone
o markClean
writeln(o hasDirtySlot)
o x := 1
writeln(o hasDirtySlot, " ", o markClean == o, " ", o hasDirtySlot)

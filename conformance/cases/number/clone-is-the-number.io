# A clone of a number is that number; Number's own clone is zero.
writeln(3 clone, " ", Number clone, " ", 3 clone + 1)
writeln(3 type, " ", 3 proto == Number, " ", 3 isKindOf(Number))

# stackSize can be set and changes nothing else.
c := coroFor(7)
writeln(c setStackSize(5) == c, " ", c stackSize, " ", c implementation)
c resume
writeln(c result)

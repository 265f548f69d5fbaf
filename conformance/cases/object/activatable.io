# An object flagged activatable runs its slot activate when it is read.
o := Object clone do(x := Object clone do(activate := method("ran")))
writeln(o getSlot("x") isActivatable, " ", o x type)
o getSlot("x") setIsActivatable(true)
writeln(o x, " ", o getSlot("x") isActivatable)
o getSlot("x") setIsActivatable(false)
writeln(o x type, " ", method(1) isActivatable, " ", getSlot("method") isActivatable)

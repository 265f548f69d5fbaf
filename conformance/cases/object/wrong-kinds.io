# Wrong kinds of arguments are named.
# divergence: the reference ends the process, or names the primitive that the slot is made of
o := Object clone
writeln(try(o doString(5)) error)
writeln(try(o updateSlot(5, 1)) error)
writeln(try(o hasSlot(1)) error)
writeln(try(o newSlot(1)) error)

# A list method on another kind says for which type it is.
o := Object clone
o f := List getSlot("size")
writeln(try(o f) error)
o f := List getSlot("append")
writeln(try(o f(1)) error)

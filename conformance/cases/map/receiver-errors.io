# A map method on another kind says for which type it is.
o := Object clone
o f := Map getSlot("size")
writeln(try(o f) error)

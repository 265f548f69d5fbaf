# addTrait copies slots; a slot that is there already needs a new name.
t := Object clone do(x := 1; y := method(self x + 1))
o := Object clone
writeln(o addTrait(t) == o, o y, o slotNames sort)
p := Object clone do(x := 5)
writeln(p clone addTrait(t) x, try(p addTrait(t)) error split("[") first, try(p addTrait(t)) error split("]") last)
q := Object clone do(x := 5)
q addTrait(t, Map with("x", "tx"))
writeln(q x, q tx, q y)
writeln(try(o addTrait) error)
T := Object clone do(z := 1)
u := Object clone do(type := "U")
writeln(u addTrait(T) type, Object clone addTrait(T) type)

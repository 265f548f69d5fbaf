# What the locals do not own goes to self.
o := Object clone do(name := "o"; hello := method(who, "hello " .. who .. " from " .. name))
o m := method(hello("x") .. "!")
writeln(o m)
writeln(try(o clone do(n := method(unknownThing)) n) error)

# ancestorWithSlot skips the receiver, contextWithSlot does not.
a := Object clone do(x := 1)
b := a clone
writeln(b ancestorWithSlot("x") == a, " ", a ancestorWithSlot("x"), " ", b contextWithSlot("x") == a, " ", a contextWithSlot("x") == a)
writeln(b ancestorWithSlot("zzz"), " ", b contextWithSlot("zzz"))
writeln(try(b ancestorWithSlot(1)) error)
writeln(try(b contextWithSlot(1)) error)

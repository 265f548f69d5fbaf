# lazySlot evaluates at the first reading and then keeps the value.
o := Object clone
o x := lazySlot(write("[once]"); 5)
writeln(o x, o x)
o lazySlot("y", write("[y]"); 6)
writeln(o y, o y)

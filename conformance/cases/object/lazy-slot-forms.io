# A lazy slot is computed at first use, in the object that is asked.
o := Object clone do(k := lazySlot(write("once "); self a * 2); a := 3)
writeln(o k, o k)
p := Object clone do(k := lazySlot(self b); b := 1)
q := p clone do(b := 5)
writeln(q k, q hasLocalSlot("k"), p getSlot("k") type, p k)
writeln(o lazySlot("later", write("now "); 7), o later, o later)

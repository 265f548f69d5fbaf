# A lazy slot is computed at its first use.
o := Object clone
o x := lazySlot(writeln("computing"); 42)
o x println
o x println
n := 0
o y := lazySlot(n = n + 1; n)
list(o y, o y, n) println
p := Object clone
p lazySlot("z", 7)
p z println

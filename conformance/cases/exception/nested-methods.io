# An exception leaves all methods up to the try.
out := list()
a := method(out append("a"); b; out append("not a"))
b := method(out append("b"); c; out append("not b"))
c := method(out append("c"); Exception raise("deep"))
try(a) error println
out println
o := Object clone do(m := method(try(a) error))
o m println
level := method(n, if(n == 0, Exception raise("bottom"), 1 + level(n - 1)))
try(level(50)) error println
f := method(e := try(a); if(e, "handled " .. e error, "fine"))
f println
for(i, 1, 3, try(if(i == 2, Exception raise("x")); write(i, " "))); writeln

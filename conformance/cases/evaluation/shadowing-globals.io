# A local hides a global, which stays as it was.
v := "global"
m := method(v := "local"; v)
writeln(m, " ", v)
m := method(v = "changed"; v)
writeln(m, " ", v)

# foreachSlot visits the own slots in order of name.
o := Object clone do(b := 2; a := 1; c := method(3))
o foreachSlot(n, v, write(n, " "))
writeln(n, o foreachSlot(n, v, nil), Object clone foreachSlot(n, v, 1), o foreachSlot(n, v, if(n == "b", continue)))
m := method(o foreachSlot(n, v, if(n == "b", return v)); "none")
writeln(m)

# foreachSlot visits own slots by name and leaves its names in the sender.
o := Object clone do(b := 2; a := 1; c := 3)
o foreachSlot(n, v, write(n, "=", v, " "))
writeln(n, v)
writeln(o foreachSlot(n, v, break(9)), " ", Object clone foreachSlot(n, v, 1))
o foreachSlot(n, v, if(n == "b", continue); write(n))
writeln

# foreachSlot visits own slots in order of name.
o := Object clone do(c := 3; a := 1; b := method(2))
o foreachSlot(n, v, writeln(n, " ", getSlot("v") type))
n println
o foreachSlot(n, v, if(n == "b", break); writeln(n))
o foreachSlot(n, v, if(n == "b", continue); writeln(n))
m := method(o foreachSlot(n, v, if(n == "b", return n)); "none")
m println
Object clone foreachSlot(n, v, writeln("never"))

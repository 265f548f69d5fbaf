# The sender of a method called in map is the context of its names.
f := method(call sender slotNames sort)
writeln(list(1) map(x, f) flatten, method(y := 2; f) call sort contains("y"))
g := method(call sender x)
writeln(list(7) map(x, g), method(x := 8; g) call)

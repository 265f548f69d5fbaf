# Three ways to make lists; a clone has items of its own, and `with` keeps the receiver's kind.
writeln(list(1, "a", nil, 1.5), List with(1, 2), List clone, list)
a := list(1, 2)
b := a clone append(3)
writeln(a, b)
Stack := List clone
writeln(Stack with(1) type, " ", Stack clone type, " ", Stack clone append(1) map(x, x) type)
writeln(Stack with(2, 1) sort type, " ", Stack with(1) select(true) type, " ", Stack with(1) slice(0) type)

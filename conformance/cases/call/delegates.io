# delegateTo and delegateToMethod pass the message on.
m := method(call delegateTo(list(1, 2, 3)))
o := Object clone do(at := method(call delegateTo(list(1, 2, 3))); other := method(call delegateToMethod(list(3, 1, 2), "sort")))
writeln(o at(2), " ", o other)

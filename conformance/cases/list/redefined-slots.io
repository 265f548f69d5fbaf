# divergence: the library of the reference breaks when a program redefines what it uses
# Redefining a slot of List does not break others.
List size := method("mine")
List at := method(i, "at")
l := list(1, 2)
writeln(l size, l at(0), l average, l map(x, x), l first)

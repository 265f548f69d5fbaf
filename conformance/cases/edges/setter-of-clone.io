# Updating a clone leaves the proto alone.
a := Object clone do(l := list(1))
b := a clone
b l append(2)
b l = list(9)
writeln(a l, b l)

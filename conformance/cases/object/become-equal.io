# What became another object is equal to it.
# divergence: they are unequal
a := Object clone
b := Object clone
a become(b)
writeln(a == b, " ", b == a)

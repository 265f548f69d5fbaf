# print without receiver in a method prints what asString answers there.
# divergence: it prints a debugging form of the locals
o := Object clone do(asString := "the receiver")
o m := method(print; nil)
o m
writeln

# In a method, what is no primitive goes to the receiver.
o := Object clone do(
    y := 3
    asString := method("text of o")
    list := method("own list")
    println := method("own println" print; "\n" print; self)
)
o m := method(asString); o m print; "\n" print
o m := method(list(1, 2)); o m print; "\n" print
o m := method(println; y); o m print; "\n" print
o m := method(isNil); o m print; "\n" print
o m := method(hasSlot("y")); o m print; "\n" print
o m := method(y println; y); o m print; "\n" print

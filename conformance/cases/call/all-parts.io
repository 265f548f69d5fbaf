# target, sender, message, activated and slotContext of a call.
o := Object clone
o m := method(x, list(call target == o, call sender == Lobby, call message name, call activated type, call slotContext == o, call argCount, call argAt(0), call argAt(5)))
writeln(o m(1 + 2))
p := o clone
writeln(p m(1) at(4))

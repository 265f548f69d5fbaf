# What call tells.
m := method(list(call message name, call argCount, call hasArgs, call argAt(0), call argAt(-1), call argAt(5)))
writeln(m(a b, 2), m)
o := Object clone do(m := method(list(call target == self, call slotContext == thisOwner)); thisOwner := 0)
o thisOwner = o
p := o clone
writeln(o m, p m, method(call type) call, method(call activated type) call)
m := method(call sender == Lobby)
n := method(m)
writeln(m, n, method(call description split(" ") first) call)

# performOn activates with target, sender, message and slot context.
m := method(x, list(self, x, call sender == Lobby, call message name))
writeln(getSlot("m") performOn(5, Lobby, message(foo(7))))
writeln(method(x, list(self, x)) performOn(5, Lobby))
writeln(method(call slotContext) performOn(5, Lobby, message(foo), 8), method(call target) performOn(5, Lobby, message(foo), 8))
writeln(method(self) performOn(5))

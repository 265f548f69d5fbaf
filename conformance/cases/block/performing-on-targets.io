# performOn activates with a target, locals, message and slot context.
m := method(list(self, call message name))
writeln(getSlot("m") performOn("target", Lobby, message(named)))
writeln(method(x, x * 2) performOn(5, Lobby, message(f(21))))

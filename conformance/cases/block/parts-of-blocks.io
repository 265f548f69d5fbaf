# argumentNames, code, message and scope of methods and blocks.
m := method(a, b, a + b)
b := block(x, x)
writeln(getSlot("m") argumentNames, b argumentNames, " ", getSlot("m") code, " ", b code)
writeln(getSlot("m") message, " ", getSlot("m") scope, " ", b scope == Lobby)
writeln(method() code, " ", block() code, " ", method argumentNames)

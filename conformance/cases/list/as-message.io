# asMessage makes a message whose arguments yield the items.
m := list("x", 5) asMessage
writeln(m argCount, m argAt(0) cachedResult, m argAt(1) cachedResult, m)

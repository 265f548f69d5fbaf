# appendArg adds a message, appendCachedArg a value.
m := message(f)
writeln(m appendArg(message(x)), " ", m appendCachedArg(5) argCount, " ", m argAt(1) cachedResult)
writeln(try(m appendArg(5)) error)

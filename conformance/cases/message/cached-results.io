# A cached result is the value a message yields without being sent.
m := message(a)
writeln(m hasCachedResult, m cachedResult, m setCachedResult(7) cachedResult, m doInContext(Lobby), m)
writeln(message(5) hasCachedResult, message("x") cachedResult, message(5) removeCachedResult hasCachedResult)
m := message(list) appendCachedArg(5) appendCachedArg(nil)
writeln(m doInContext(Lobby), m)

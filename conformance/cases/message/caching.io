# A cached result is answered without lookup.
m := message(unknown)
writeln(m hasCachedResult, " ", m cachedResult, " ", m setCachedResult(7) hasCachedResult, " ", m doInContext(Lobby))
writeln(m removeCachedResult hasCachedResult, " ", message(5) hasCachedResult, " ", message(5) cachedResult)

# waitOnResult runs others until there is a result.
f := Future clone
p := f futureProxy
coroDoLater(writeln("resolving"); f setResult("done"))
f waitOnResult
writeln(p)

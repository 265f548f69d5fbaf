# A proxy becomes the result.
f := Future clone
p := f futureProxy
writeln(p type)
f setResult(42)
writeln(p + 1, " ", p type)
writeln(FutureProxy type)

# orderedSplit needs each separator once, in order.
writeln("a=b;c" orderedSplit("=", ";"))
writeln("a" orderedSplit)
writeln(try("a=b" orderedSplit("=", ";")) error)

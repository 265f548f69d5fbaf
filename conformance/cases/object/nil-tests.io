# ifNil and its kin evaluate only where the name says so.
o := 5
writeln(o ifNil(writeln("no")), o ifNonNil(write("yes ")), o ifNilEval(writeln("no")), o ifNonNilEval("value"))
writeln(nil ifNil(write("yes ")), nil ifNonNil(writeln("no")), nil ifNilEval("value"), nil ifNonNilEval(writeln("no")))

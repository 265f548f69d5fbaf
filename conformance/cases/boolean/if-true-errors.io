# ifTrue, then and else are for booleans only.
writeln(try(nil ifTrue(1)) error)
writeln(try(5 ifTrue(1)) error)
writeln(try(5 ifFalse(1)) error)
writeln(try(5 then(1)) error)
writeln(try("a" else(1)) error)

# Text has no arithmetic.
writeln(try("a" + "b") error)
writeln(try("a" - "b") error)
writeln(try("a" * "b") error)
writeln(try("a" / "b") error)
writeln(try("a" asMutable += "b") error)

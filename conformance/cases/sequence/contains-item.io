# contains looks for an item, a number.
writeln("abc" contains(98), "abc" contains(120), "" contains(0))
writeln(try("abc" contains("b")) error)
writeln(try("abc" contains) error)

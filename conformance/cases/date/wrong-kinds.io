# Wrong kinds of arguments are named.
# divergence: the reference ends the process
a := Date clone fromNumber(100)
writeln(try(a copy(5)) error)
writeln(try(a + 5) error)
writeln(try(a += 5) error)
writeln(try(a -= nil) error)
writeln(try(a secondsSince(5)) error)
writeln(try(Date clone fromString(5, "%Y")) error)

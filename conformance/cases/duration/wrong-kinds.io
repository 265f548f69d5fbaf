# Wrong kinds of arguments are named.
# divergence: the reference ends the process
a := Duration clone fromNumber(100)
writeln(try(a += 5) error)
writeln(try(a -= nil) error)
writeln(try(a + 5) error)
writeln(try(a - "a") error)

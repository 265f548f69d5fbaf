# Wrong kinds of arguments are named.
# divergence: the reference ends the process
writeln(try(System getEnvironmentVariable(1)) error)
writeln(try(System setEnvironmentVariable("a", 1)) error)

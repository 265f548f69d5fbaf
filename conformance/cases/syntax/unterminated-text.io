# Text that is never closed.
writeln("never)

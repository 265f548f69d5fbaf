# An operation that needs an open file says so.
# divergence: the reference survives only the first of these errors
f := File with("never-opened.txt")
writeln(try(f readLine) error)
writeln(try(f write("a")) error)
writeln(try(f rewind) error)
writeln(try(f positionAtEnd) error)
writeln(try(f setPosition(1)) error)
writeln(try(f readBufferOfLength(1)) error)
writeln(f close == f)

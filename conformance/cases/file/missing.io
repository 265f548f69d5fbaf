# Reading what is not there raises; existence and removal do not.
# needs: files
f := File with("missing.txt")
writeln(f exists)
f remove
writeln(try(f openForReading) error)
writeln(try(f contents) error)
writeln(try(f size) error)

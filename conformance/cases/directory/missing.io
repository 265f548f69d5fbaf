# Listing what is not there raises.
# needs: files
d := Directory with("none")
writeln(try(d items) error)
writeln(try(d files) error)
writeln(d exists, d isAccessible)

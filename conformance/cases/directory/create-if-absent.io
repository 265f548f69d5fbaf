# createIfAbsent makes a directory once; create over a file raises.
# needs: files
d := Directory with("d")
d createIfAbsent
d createIfAbsent
writeln(d exists)
File with("f") setContents("x")
writeln(try(Directory with("f") create) error)

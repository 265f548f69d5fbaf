# needs: files
# What goes wrong with files, in words.
f := File with("a.txt")
writeln(try(f size) error); writeln(try(f contents) error); writeln(try(f openForReading) error)
writeln(try(File with("n") isDirectory) error); writeln(try(File with("n") lastDataChangeDate) error); writeln(try(File with("n") stat) error)
writeln(try(f moveTo("y")) error)
writeln(try(File with("nodir/x") open) error); writeln(try(File with("nodir/x") setContents("a")) error); writeln(try(File with("nodir/x") create) error)
writeln(try(File setPath(5)) error); writeln(try(File with) error)

# needs: files
# What goes wrong with files, in words.
f := File with("a.txt")
writeln(try(f size) error); writeln(try(f contents) error); writeln(try(f openForReading) error)
writeln(try(f readLine) error); writeln(try(f write("x")) error); writeln(try(f position) error); writeln(try(f at(0)) error); writeln(try(f isAtEnd) error)
writeln(try(File with("n") isDirectory) error); writeln(try(File with("n") lastDataChangeDate) error); writeln(try(File with("n") stat) error)
writeln(try(f moveTo("y")) error)
writeln(try(File with("nodir/x") open) error); writeln(try(File with("nodir/x") setContents("a")) error); writeln(try(File with("nodir/x") create) error)
writeln(try(File setPath(5)) error); writeln(try(File with) error)
f = File with("b.txt") setContents("abc")
writeln(try(f openForReading write("x")) error); writeln(try(f setPosition(-2)) error); writeln(try(f at(-1)) error); writeln(try(f setPosition("a")) error)
writeln(try(f readStringOfLength(-1)) error); writeln(try(f atPut(0, 65)) error); f close
Directory with("sub") create; writeln(File with("sub") remove exists); Directory with("sub") create; File with("sub/x") create
writeln(try(File with("sub") remove) error)

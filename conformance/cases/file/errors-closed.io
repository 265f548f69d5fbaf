# needs: files
# Operations that need an open file.
f := File with("a.txt")
writeln(try(f readLine) error); writeln(try(f write("x")) error); writeln(try(f position) error); writeln(try(f at(0)) error); writeln(try(f isAtEnd) error)

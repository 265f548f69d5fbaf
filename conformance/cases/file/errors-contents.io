# needs: files
# setContents and appendToContents want a Sequence.
f := File with("a.txt") setContents("abc")
writeln(try(f appendToContents(5)) error)

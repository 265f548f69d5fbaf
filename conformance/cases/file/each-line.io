# foreachLine gives lines, with or without the index.
# needs: files
File with("a.txt") setContents("one\ntwo\n")
f := File with("a.txt") openForReading
f foreachLine(i, l, writeln(i, " ", l))
f close
f := File with("a.txt") openForReading
f foreachLine(l, writeln(l); break)
f close
writeln(try(File with("a.txt") foreachLine(l, l)) error)

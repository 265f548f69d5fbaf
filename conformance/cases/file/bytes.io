# at, atPut and foreach work on bytes.
# needs: files
File with("a.txt") setContents("abc")
f := File with("a.txt") openForUpdating
writeln(f at(0), " ", f at(2), " ", f at(9))
f atPut(1, 66)
f close
writeln(File with("a.txt") contents)
f := File with("a.txt") openForReading
f foreach(i, c, write(i, ":", c, " "))
writeln
f close

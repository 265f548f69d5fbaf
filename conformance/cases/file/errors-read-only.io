# needs: files
# A file open to read is not written.
writeln(try(File with("b.txt") setContents("abc") openForReading write("x")) error)

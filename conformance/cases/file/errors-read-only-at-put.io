# needs: files
# Nor changed by atPut.
writeln(try(File with("b.txt") setContents("abc") openForReading atPut(0, 65)) error)

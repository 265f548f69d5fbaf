# needs: files
# atPut wants a Number for the byte.
writeln(try(File with("a.txt") setContents("abc") openForUpdating atPut(0, "a")) error)

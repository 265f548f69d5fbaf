# needs: files
# divergence: what was written is seen by size and contents at once; a copy of nothing raises; a name without extension is its own base name; reopening a temporary file.
f := File with("a") openForUpdating write("abc")
writeln(f size, " ", f contents, " ", f baseName)
writeln(try(File with("nope") copyToPath("y")) error, " ", File with("y") exists)
t := File temporaryFile; writeln(t write("x") rewind readLine, " ", t close remove exists)
File with("b") setContents("bbb"); g := File with("a") openForReading
writeln(File with("b") openForReading reopen(g) readLine)

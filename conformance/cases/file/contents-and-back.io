# setContents replaces a file, appendToContents adds, contents reads all.
# needs: files
f := File with("a.txt")
f setContents("one\n")
writeln(f contents size, " ", f exists, " ", f size)
f appendToContents("two\n")
writeln(f contents)
File with("a.txt") remove
writeln(f exists)

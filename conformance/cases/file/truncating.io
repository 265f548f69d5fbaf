# truncateToSize cuts an open file.
# needs: files
File with("a.txt") setContents("abcdef")
f := File with("a.txt") openForUpdating
f truncateToSize(2)
f close
writeln(File with("a.txt") size)

# asBuffer is the content.
# needs: files
File with("a.txt") setContents("abc")
writeln(File with("a.txt") asBuffer, " ", File with("a.txt") asBuffer type)

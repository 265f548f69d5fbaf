# readLine answers nil at the end, readLines a list.
# needs: files
File with("a.txt") setContents("one\ntwo\n\nlast")
f := File with("a.txt") openForReading
writeln(f readLine, f readLine, "[", f readLine, "]", f readLine, f readLine)
f close
writeln(File with("a.txt") openForReading readLines)

# openForAppending keeps what is there.
# needs: files
File with("a.txt") setContents("abc")
f := File with("a.txt") openForAppending
f write("def")
f close
writeln(File with("a.txt") contents)

# walk passes everything below.
# needs: files
d := Directory with("d") create
File with("d/a.txt") setContents("")
Directory with("d/sub") create
File with("d/sub/b.txt") setContents("")
names := list
d walk(x, names append(x name))
writeln(names sort)

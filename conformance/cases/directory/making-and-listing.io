# A directory lists its files and directories.
# needs: files
d := Directory with("d")
writeln(d exists)
d create
File with("d/a.txt") setContents("a")
File with("d/b.io") setContents("b")
Directory with("d/sub") create
writeln(d exists, d files map(name) sort, d directories map(name) sort, d fileNames sort)
writeln(d items map(name) sort)

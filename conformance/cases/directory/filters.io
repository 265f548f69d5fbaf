# filesWithExtension and recursiveFilesOfTypes choose by extension.
# needs: files
d := Directory with("d") create
File with("d/a.txt") setContents("")
File with("d/b.io") setContents("")
Directory with("d/sub") create
File with("d/sub/c.io") setContents("")
writeln(d filesWithExtension("io") map(name), d filesWithExtension("none"))
writeln(d recursiveFilesOfTypes(list("io")) map(name) sort)

# isDirectory, isRegularFile, isLink, isPipe and isSocket.
# needs: files
File with("a.txt") setContents("a")
f := File with("a.txt")
writeln(f isDirectory, f isRegularFile, f isLink, f isPipe, f isSocket, f isUserExecutable)
writeln(File with(".") isDirectory)

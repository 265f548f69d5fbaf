# needs: files
# Names and facts; moving and copying.
f := File with("a/b/c.txt")
writeln(f path, " ", f name, " ", f baseName, " ", File with("a/c.d.e") baseName, " ", f parentDirectory path, " ", f parentDirectory type)
f containingDirectory
writeln("[", File clone path, "] [", File clone name, "] ", File type, " ", f type)
f = File with("x") setContents("copy me")
writeln(f isRegularFile, " ", f isDirectory, " ", f isLink, " ", f isPipe, " ", f isSocket, " ", f isUserExecutable, " ", f userId, " ", f groupId, " ", f descriptor, " ", f descriptorId)
writeln(f lastDataChangeDate type, " ", f lastAccessDate type, " ", f lastInfoChangeDate type, " ", f stat == f, " ", f protectionMode type)
writeln(f copyToPath("y") path, " ", File with("y") contents, " ", f copyToPathWithoutYielding("z") exists)
writeln(f moveTo("w") path, " ", f exists, " ", File with("w") contents, " ", File with("y") moveTo("w") exists, " ", File with(".") exists, " ", File with(".") isDirectory)
writeln(f == File with("x"), " ", File exitStatus, " ", File termSignal, " ", File streamReadSize, " ", File streamDestination)
writeln(File thisSourceFile name)

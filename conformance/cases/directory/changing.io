# needs: files
# Making, moving and removing directories.
d := Directory with("a")
writeln(d create path, " ", d create exists, " ", Directory with("x/y") create, " ", Directory with("x/y") createIfAbsent exists)
File with("a/f") create
writeln(d createSubdirectory("b") path, " ", Directory with("a/b") exists, " ", try(d createSubdirectory("f")) error, " ", try(d createSubdirectory(5)) error)
writeln(d moveTo("c") path, " ", Directory with("a") exists, " ", File with("c/f") exists, " ", try(Directory with("nope") moveTo("q")) error)
writeln(d remove exists, " ", try(Directory with("nope") remove) error)
writeln(Directory with("a/b/c") parentDirectory path, " ", Directory with("a") parentDirectory path, " ", Directory with(".") parentDirectory)
writeln(Directory with("a/b/c") ancestorDirectories map(path), " ", Directory with("x/y") accessibleAncestors map(path))
writeln(Directory with("x") parents map(path), " ", Directory with("x") accessibleParents map(path))
w := Directory currentWorkingDirectory
writeln(Directory setCurrentWorkingDirectory("x"), " ", Directory with("y") exists, " ", Directory currentWorkingDirectory == Path with(w, "x"), " ", Directory setCurrentWorkingDirectory("nope"))

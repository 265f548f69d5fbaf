# needs: files
# What is in a directory.
d := Directory with("sub") create
Directory with("sub/deep") create; File with("sub/s.io") setContents("1"); File with("sub/deep/d.txt") create; File with("sub/deep/e.io") create
writeln(d path, " ", d name, " ", d exists, " ", Directory with("nope") exists, " ", Directory clone path, " ", d type, " ", d isAccessible, " ", Directory with("nope") isAccessible)
writeln(d items map(path) sort, " ", d items map(type) sort, " ", d localItems size, " ", d size)
writeln(d files map(path), " ", d directories map(path), " ", d fileNames, " ", Directory with("sub/") files map(path))
writeln(d at("s.io") type, " ", d at("deep") type, " ", d at("nope"), " ", d at("s.io") path)
writeln(d fileNamed("s.io") contents, " ", d fileNamed("x") path, " ", d directoryNamed("deep") path, " ", d directoryNamed("x") exists)
writeln(d filesWithExtension("io") map(path), " ", d filesWithExtension(".io") size, " ", d filesWithExtension("x"))
writeln(d recursiveFilesOfTypes(list("io", ".txt")) map(path) sort)
all := list(); d walk(f, all append(f name .. " " .. f type)); writeln(all sort)
writeln(try(Directory with("nope") items) error, "; ", try(Directory with("nope") size) error, "; ", try(d at(5)) error, "; ", try(d walk) error)
writeln(d folders map(name), " ", d folderNamed("deep") path, " ", d createFileNamed("q") path)
writeln(try(Directory with(5)) error)

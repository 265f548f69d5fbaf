# name is the last part of the path, baseName without extension.
f := File with("dir/sub/name.txt")
writeln(f path, " ", f name, " ", f baseName, " ", f parentDirectory path)
writeln(f setPath("other") path, " ", f containingDirectory path)
writeln(try(f setPath(1)) error)

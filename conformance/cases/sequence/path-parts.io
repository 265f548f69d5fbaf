# Parts of paths.
writeln("a/b/c.txt" lastPathComponent, " ", "a/b/c.txt" pathComponent, " ", "a/b/c.txt" pathExtension, " ", "a/b/c.txt" fileName)
writeln("[", "abc" pathComponent, "] [", "abc" pathExtension, "] [", "abc" lastPathComponent, "]")
writeln("[", "a/" lastPathComponent, "] [", "/" pathComponent, "] [", ".bashrc" pathExtension, "] [", "a.b.c" pathExtension, "]")
writeln("[", "" lastPathComponent, "] [", "" pathComponent, "] [", "" pathExtension, "]")

# with joins parts by single slashes.
writeln(Path with("a", "b", "c"), " ", Path with("a/", "/b"), " ", Path with("a"), " ", Path with("/", "b"))
writeln(Path isPathAbsolute("/a"), Path isPathAbsolute("a"), Path hasDriveLetters, Path type)
writeln(Path absolute("/a/b"))

# Joining paths, and making them absolute.
writeln(Path with("a/", "/b"), " ", Path with("a", "b", "c"), " ", Path with("a"), " [", Path with, "] ", Path with("", "b"), " ", Path with("/", "b"), " ", Path with("a/", "b/", "c/"), " ", Path with("a", ""), " ", Path with("a//", "//b"))
writeln(Path isPathAbsolute("/a"), " ", Path isPathAbsolute("a"), " ", Path isPathAbsolute("~/a"), " ", Path isPathAbsolute(""), " ", Path hasDriveLetters, " ", Path type)
writeln(Path absolute("/a"), " ", Path absolute("a/../b") == (Directory currentWorkingDirectory .. "/a/../b"), " ", Path absolute("~/a") == (tildeExpandsTo .. "/a"))
writeln(try(Path with("a", 5)) error)
writeln(Path thisSourceFilePath == Path absolute(File thisSourceFile path))

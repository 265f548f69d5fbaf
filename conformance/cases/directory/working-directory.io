# The working directory is absolute; changing to what is missing answers false.
writeln(Path isPathAbsolute(Directory currentWorkingDirectory))
writeln(Directory setCurrentWorkingDirectory("no-such-directory"))
writeln(Directory clone path, " ", Directory with("a/b") name, " ", Directory with("a/b") path)
writeln(try(Directory setPath(5)) error)

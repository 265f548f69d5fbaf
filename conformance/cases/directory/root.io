# divergence: the parent of "/a" is "/", and the root has none; the reference answers "." for both.
writeln(Directory with("/a") parentDirectory path, " ", Directory with("/") parentDirectory)

# removeAt takes no negative index.
writeln(try(list(1) removeAt(-1)) error)

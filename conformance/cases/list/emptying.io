# empty and removeAll drop all items; setSize cuts or fills with nil.
l := list(1, 2, 3)
writeln(l setSize(2), l setSize(4), l empty, l size, l isEmpty, l isNotEmpty)
writeln(list(1) removeAll, list isEmpty, list(nil) isNotEmpty)
writeln(try(l setSize("a")) error)
writeln(try(l setSize(-1)) error)

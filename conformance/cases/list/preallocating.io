# preallocateToSize does not change the content.
l := list(1)
writeln(l preallocateToSize(100), l size, l capacity >= 1)
writeln(try(l preallocateToSize("a")) error)

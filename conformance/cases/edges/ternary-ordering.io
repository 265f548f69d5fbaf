# Numbers come before texts and nil.
writeln(1 < "a", 1 < nil, try("a" < 1) error)

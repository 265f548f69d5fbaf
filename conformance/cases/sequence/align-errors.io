# Alignment pads to a width and takes a text to pad with.
writeln("[", "ab" alignLeft(5), "] [", "ab" alignRight(5), "] [", "ab" alignCenter(5), "]")
writeln("ab" alignLeft(5, "-="), " ", "ab" alignRight(5, "-="), " ", "ab" alignCenter(6, "-="))
writeln("abc" alignLeft(1), " ", "abc" alignRight(0), " ", "" alignCenter(2, "x"))
writeln("ab" alignLeft(4) isMutable)

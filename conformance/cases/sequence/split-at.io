# splitAt cuts in two at an index.
writeln("abcd" splitAt(1), "abcd" splitAt(-1), "abcd" splitAt(0), "abcd" splitAt(10))
writeln(try("abc" splitAt) error)
writeln(try("abc" splitAt("a")) error)

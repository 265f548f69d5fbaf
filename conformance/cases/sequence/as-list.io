# asList has one-item texts.
writeln("abc" asList, "" asList, "aé" asList size)
"abc" asList first type println

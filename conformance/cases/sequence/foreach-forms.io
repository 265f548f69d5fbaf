# foreach gives item numbers, with or without the index, and leaves its variables behind.
"abc" foreach(c, write(c, " "))
writeln
"abc" foreach(i, c, write(i, ":", c, " "))
writeln
writeln("abc" foreach(i, c, i), " ", i, " ", c, " ", "" foreach(d, d))
writeln(try("abc" foreach) error)
writeln("abc" foreach(c, if(c == 98, break("found"))))

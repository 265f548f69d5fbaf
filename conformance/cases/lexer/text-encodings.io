# A literal's items are as wide as its widest character needs; size and at count code points.
each := method(s, writeln(s, " ", s size, " ", s itemType, " ", s encoding))
each("plain")
each("héllo")
each("€")
each("日本語")
each("😀")
each("a😀é")
"héllo" at(1) println
"日本" at(1) println
"😀" at(0) println
each("")

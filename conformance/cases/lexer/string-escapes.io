# Escapes in quoted text: control characters, one decimal digit, one or two hex digits; others drop the backslash.
show := method(s, s foreach(c, write(c, " ")); writeln)
show("\a\b\f\n\r\t\v")
show("\"\\")
show("\0\1\9")
show("\101")
show("\x41\x4")
show("\x7e\x7Ez")
show("\q\e\z\ \(")
"tab\there" println
"two\nlines" println
"quote \" and backslash \\" println

# print writes the text, linePrint adds a newline, asSimpleString quotes.
"abc" print
writeln
"abc" linePrint
"a\tb" asSimpleString println
writeln("abc" print == "abc")
writeln("a" print type)

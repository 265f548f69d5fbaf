# Text is printed raw; asSimpleString quotes and escapes.
"a\tb" print; writeln
("x" println == "x") println
"line" linePrint
"q\"u\\o\nt\te\r\f\v\b\a" asSimpleString println
list("a\nb", "c") println
"a\n\"b\"\\" asMutable escape println
"a\\nb\\\"c\\\\" asMutable unescape println
"a\\x41\\101\\q" asMutable unescape println
"a\nb" asJson println
"say \"hi\" a/b\\" asJson println

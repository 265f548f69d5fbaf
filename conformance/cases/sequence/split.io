# split keeps empty parts except a last one; splitNoEmpties drops them; orderedSplit uses each separator once.
"a b  c" split println
"a b " split println
" a b" split println
"a\tb\nc\rd" split println
"" split println
"" split(",") println
"," split(",") println
"a,b,,c" split(",") println
"a,b;c" split(",", ";") println
"a,,b" split(",,", ",") println
"a, b,c" split(", ", ",") println
writeln(try("abc" split("")) error)
writeln(try("abc" split(5)) error)
"a b  c " splitNoEmpties println
"a,b,,c" splitNoEmpties(",") println
"a|b;c" orderedSplit("|", ";") println
"a|b;c" orderedSplit(";", "|") println
"a|b;c" orderedSplit("x", "|") println
"a" orderedSplit println
"héllo" split("l") size println
"abc" asList println

# between and betweenSeq take what is between two texts.
writeln("a<b>c" between("<", ">"), " ", "a<b>c" betweenSeq("<", ">"))
writeln("abc" between("x", "c"), " ", "abc" between("a", "x"), " ", "<>" between("<", ">") size)
writeln("a<b" between("<", nil), " ", "a<b" between(nil, "<"))

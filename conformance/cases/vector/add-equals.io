# addEquals is += under another name.
v := vector(1, 2)
writeln(v addEquals(vector(1, 1)))
writeln(try("a" addEquals("b")) error)

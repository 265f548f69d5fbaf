# Numbers, sequences and nils as bytes and back.
l := list("ab", 1, nil, -2.5, "")
e := l asEncodedList
writeln(e size, " ", List fromEncodedList(e), " ", List fromEncodedList(e) == l, " ", List fromEncodedList(""), list() asEncodedList size)
list(1, 2) asEncodedList foreach(b, write(b, ","))
writeln
writeln(try(list(true) asEncodedList) error)
writeln(try(List fromEncodedList("abc")) error)

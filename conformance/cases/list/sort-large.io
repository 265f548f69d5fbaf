# A longer list sorted in several ways gives the same order each time.
seed := 7
next := method(Lobby seed = (seed * 1103515 + 12345) % 65536; seed)
l := list()
500 repeat(l append(next))
a := l sort
writeln(a first <= a at(1), a size, a == l sortBy(block(x, y, x < y)), a == l sortByKey(x, x), a == l itemCopy sortInPlace)
writeln(a reverse == l sortBy(block(x, y, x > y)), a == l sortInPlace(+ 0))
ordered := true
for(i, 1, a size - 1, if(a at(i - 1) > a at(i), ordered = false))
writeln(ordered)

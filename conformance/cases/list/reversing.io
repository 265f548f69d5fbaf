# reverse and rest make new lists, reverseInPlace does not.
l := list(1, 2, 3)
writeln(l reverse, l, l reverseInPlace, l)
writeln(l itemCopy, l copy(list(7, 8)), l)
writeln(try(l copy(1)) error)

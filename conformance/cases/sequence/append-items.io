# append takes numbers and wraps them to the item type.
s := Sequence clone
writeln(s append(97, 98), " ", s size)
writeln(s append(300) at(2), " ", s append(256 + 65) at(3))
writeln(try(s append("a")) error)
writeln(try(s append) error)
writeln(try("abc" append(1)) error)

# reverse makes a new list, reverseInPlace changes the receiver.
l := list(1, 2, 3)
writeln(l reverse, l, l reverseInPlace, l, list reverse)

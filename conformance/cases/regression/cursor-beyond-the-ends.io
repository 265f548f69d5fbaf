# Found by comparing generated programs with the reference: a cursor that was told to go beyond an end stayed where it was, also where the list had become shorter.
c := list(5, 6, 7) cursor
c setIndex(2)
writeln(c next, " ", c index, " ", c value)
c collection removeAt(2)
writeln(c next, " ", c index, " ", c value)
c collection empty
writeln(c next, " ", c index, " ", c previous, " ", c index)
none := list() cursor
writeln(none next, " ", none index, " ", none value)
writeln(none previous, " ", none index, " ", none next, " ", none index)
far := list(1, 2) cursor
far setIndex(9)
writeln(far index, " ", far next, " ", far index, " ", far previous, " ", far index)
far setIndex(-4)
writeln(far index, " ", far previous, " ", far index, " ", far next, " ", far index)

# isEmpty, isZero and size of texts and numbers of zero.
writeln("" isEmpty, "a" isEmpty, " " isEmpty, Sequence clone isEmpty)
writeln("" isZero, "a" isZero, "\0\0" isZero, vector(0, 0) isZero, vector(0, 1) isZero)
writeln("" size, "abc" size, "é" size)

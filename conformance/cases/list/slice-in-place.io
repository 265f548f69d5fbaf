# sliceInPlace keeps only the slice.
l := list(0, 1, 2, 3, 4)
writeln(l sliceInPlace(1, 4), l sliceInPlace(-2), l)
writeln(list(1, 2, 3, 4) sliceInPlace(0, 4, 2))

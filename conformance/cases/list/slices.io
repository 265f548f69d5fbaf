# Slices exclude their end; negatives count from the end; a step may go down.
l := list(1, 2, 3, 4)
writeln(l slice(1), l slice(-2), l slice(1, 3), l slice(0, -1), l slice(10), l slice(2, 1))
writeln(l slice(3, 0, -1), l slice(0, 4, 2), l slice(-1, -5, -1), l slice(3, 0))
writeln(l exSlice(1, -1), l sliceInPlace(1, 3), l)
writeln(try(l slice) error)
writeln(try(l slice("a")) error)

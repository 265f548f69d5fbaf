# slice excludes its end and may step, also backwards.
l := list(0, 1, 2, 3, 4, 5)
writeln(l slice(1, 3), l slice(-2), l slice(0, -1), l slice(4, 2), l slice(10), l slice(0, 100))
writeln(l slice(0, 6, 2), l slice(5, 0, -2), l slice(3, 0, -1), l slice(1, 5, 3))
writeln(l exSlice(2, 4), l)
writeln(try(l slice) error)
writeln(try(l slice("a")) error)
writeln(try(l slice(0, "b")) error)

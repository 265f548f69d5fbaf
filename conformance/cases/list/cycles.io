# divergence: a list inside itself is shown; the reference overflows its stack
l := list(1)
l append(l)
writeln(l size, l at(1) at(1) at(0), l == l, l flatten)
l println
m := list(l, l)
writeln(m size, m at(0) == m at(1))

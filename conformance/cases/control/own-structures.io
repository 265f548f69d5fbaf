# Control structures made of methods.
unless := method(call evalArgAt(0) ifFalse(return call evalArgAt(1)); call evalArgAt(2))
unless(1 > 2, "unless", "else") println
unless(1 < 2, "unless", "else") println
until := method(
    while(call evalArgAt(0) not, call evalArgAt(1))
)
n := 0
until(n == 3, n = n + 1; write(n, " ")); writeln
times := method(count, for(k, 1, count, call evalArgAt(1)))
times(3, write("again ")); writeln
Number upTo := method(limit,
    name := call argAt(1) name
    for(k, self, limit, call sender setSlot(name, k); call evalArgAt(2))
)
1 upTo(4, z, write(z * z, " ")); writeln
z println

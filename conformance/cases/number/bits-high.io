# divergence: at(i) for i from 32 to 63 is that bit of the integer; the reference shifts by i modulo 32 there.
writeln(5 at(32), " ", (2 ** 40) at(40), " ", (2 ** 40) at(8))

# divergence: the logarithm without a base is the natural one; the reference divides by a rounded logarithm of e.
writeln(10 log asString(0, 12))
writeln(2 log asString(0, 12))

# divergence: negative and huge numbers have digits in any base; the reference answers "0" or wraps.
writeln((-255) toBase(16), " ", (-5) toBase(2), " ", (-1) asHex, " ", (2 ** 64) toBase(16), " ", (1 / 0) toBase(10))

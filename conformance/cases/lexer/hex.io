# Hexadecimal literals, in either case.
list(0x0, 0x1F, 0XfF, 0xdeadBEEF, 0x7fffffff) println
(0xA + 0xB) println
(0x10 * 2) println
message(0x1F + 0XfF) code println

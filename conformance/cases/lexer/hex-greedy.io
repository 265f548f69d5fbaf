# A hex literal takes all that could be part of a name or an operator; its value is that of the leading digits.
list(0xFF+1, 0xFFg, 0xFF.foo, 0xzz, 0x1_0) println
message(0xFF+1) code println
(0xFF + 1) println

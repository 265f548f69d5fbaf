# Texts that are read as whole numbers, and some that only begin as such.
list("0", "7", "42", "007", "000000000000000000012", "123456789012345", "999999999999999", "1234567890123456", "9007199254740993", "12345678901234567890") foreach(t,
    writeln(t, " ", t asNumber, " ", (t asNumber) == (t .. ".0") asNumber)
)
list("-5", "+5", "- 5", "-0", " 42", "42 ", "\t9\n", "12abc", "12,5", "12 13", "1_000", "5-3", "5+3", "3/4") foreach(t,
    writeln("[", t, "] ", t asNumber)
)
list("12.", "12.5", ".5", "1e3", "1e", "1e+", "2E2", "12.5.6", "0x1F", "0X10", "1x5", "0b1", "12h") foreach(t,
    writeln(t, " ", t asNumber)
)
list("", " ", "-", "+", "abc", "-abc", "١٢") foreach(t,
    writeln("[", t, "] ", t asNumber isNan)
)

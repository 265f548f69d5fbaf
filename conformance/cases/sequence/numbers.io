# asNumber reads the number a text begins with.
list("12abc", " 12 ", "0x1F", "abc", "", "inf", "-inf", "infinity", "nan", "1e3", "1e", "-1.5", "+5", ".5", "5.", "0x", "1_000", "1.5.5", "\n12", "-", "1e+", "1e-2x") foreach(s,
    writeln("\"", s, "\" ", s asNumber)
)

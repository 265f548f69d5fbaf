# A syntax error in evaluated text is an exception like any other.
# divergence: every syntax error ends the process of the reference
try(doString("(1")) error println
try(doString("[1")) error println
try(doString("{1")) error println
try(doString("a(1,,2)")) error println
try(doString("a(1,)")) error println
try(doString("\"abc")) error println
try(doString("\"\"\"abc")) error println
try(doString("/* abc")) error println
try(doString("1 + 2)")) error println
try(doString(", 1")) error println
writeln("goes on")
doString("1 + 2") println

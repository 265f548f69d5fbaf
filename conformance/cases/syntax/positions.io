# Where the error is said to be.
# divergence: every syntax error ends the process of the reference
try(doString("a b (c")) error println
try(doString("\n\na b\n(c")) error println
try(doString("a\n\"open")) error println
try(doString("f(1,\n2,\n,3)")) error println

# Entries of the operator table that are no levels.
# divergence: every syntax error ends the process of the reference
OperatorTable operators atPut("%%", "five")
try(doString("a %% b")) error println
OperatorTable operators removeAt("%%")
OperatorTable operators atPut("%%", 40)
try(doString("a %% b")) error println
OperatorTable operators removeAt("%%")
OperatorTable assignOperators atPut("<~", 5)
try(doString("a <~ b")) error println
OperatorTable assignOperators removeAt("<~")
doString("1 + 2") println

# Errors of assignments in evaluated text.
# divergence: every syntax error ends the process of the reference
try(doString(":= 5")) error println
try(doString("x :=")) error println
try(doString("x := ;")) error println
try(doString("x := (1, 2)")) error println
try(doString("f(= 5)")) error println
try(doString("f(x =)")) error println
try(doString("x ::= (1, 2)")) error println

# The exception of a syntax error can be caught and passed like others.
# divergence: every syntax error ends the process of the reference
e := try(doString("(1"))
e type println
e isKindOf(Exception) println
e error beginsWithSeq("compile error: ") println
try(e pass) error beginsWithSeq("compile error: ") println
try("(1" asMessage) error beginsWithSeq("compile error: ") println
try(Compiler messageForString("(1")) error beginsWithSeq("compile error: ") println

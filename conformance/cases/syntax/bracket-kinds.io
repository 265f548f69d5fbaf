# A bracket is closed by one of its own kind.
# divergence: the reference does not look at the kind
try(doString("list(1, 2]")) error println
try(doString("list(1, 2}")) error println
try(doString("[1)")) error println
try(doString("f({a)}")) error println

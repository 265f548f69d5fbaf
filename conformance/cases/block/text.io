# The laid-out text of blocks; print and println put it between newlines.
writeln(block(x, x) asString)
writeln(method(x, y, x + y; foo(bar)) asString)
method(a, b) print
block(a, b) println

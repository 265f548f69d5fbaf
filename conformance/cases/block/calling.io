# Blocks are values; call activates them, missing arguments are nil, extra ones are evaluated.
b := block(x, y, list(x, y))
writeln(b call(1, 2), b call(1), b call)
block(x, x) call(1, writeln("extra"))
writeln(block(x, x) callWithArgList(list(5)), block(call message name) callWithArgList(list()))
writeln(b call(b call(1, 2) at(0), block(3) call), block call, method() call)

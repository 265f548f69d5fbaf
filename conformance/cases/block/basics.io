# Blocks are values; call runs them.
b := block(x, y, x + y)
b call(1, 2) println
b type println
b argumentNames println
b code println
method(x, x + 1) code println
method(x, x + 1) type println
block(5) call println
block call println
block(a, b, list(a, b)) call(1) println
block(a, a) call(1, writeln("not evaluated")) println
b callWithArgList(list(3, 4)) println
getSlot("b") isActivatable println

# method, block and message without receiver in a method.
m := method(x, f := method(y, y * 2); b := block(y, y + x); list(f(3), b call(4), message(a b) name))
writeln(m(10))

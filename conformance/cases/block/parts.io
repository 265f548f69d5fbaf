# What a block is made of.
b := block(x, y, x + y)
writeln(b argumentNames, b message, b code, method(x, y, x + y) code, method code, block code, method() message)
writeln(b asSimpleString, method asSimpleString, method(a, 1) asSimpleString, b type, method type)
writeln(b isActivatable, method(x) isActivatable, b profilerTime, b setProfilerOn(true) == b)

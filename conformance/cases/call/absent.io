# There is no call at top level, nor in do.
try(call) error println
try(call sender) error println
o := Object clone
try(o do(call)) error println
m := method(o do(call type))
try(m) error println
m := method(call type)
m println
m := method(list(1) map(x, call type))
m println

# evalArg and its kin.
evalArg(1 + 2) println
try(evalArg) error println
o := Object clone do(x := 1)
(o evalArgAndReturnSelf(writeln("run")) == o) println
o evalArgAndReturnNil(writeln("run")) println
5 evalArg("other") println
m := method(l := 2; evalArg(l + 1))
m println

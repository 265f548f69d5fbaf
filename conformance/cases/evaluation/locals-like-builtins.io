# Locals and formals may have the names of built-ins, which they then hide.
m := method(list, size, list size + size)
m("abc", 1) println
m := method(print, print + 1)
m(4) println
m := method(if := 5; if)
m println
m := method(type, "type is " .. type)
m("mine") println
m := method(write := "a value"; write)
m println
m := method(writeln := method(x, "own " .. x); writeln("call"))
m println
m := method(self, self)
m(7) println
m := method(method, method)
m("m") println

# Methods run when they are read through a message; other values are answered.
o := Object clone do(m := method("ran"); b := block("block ran"); v := 5)
o m println
o b type println
o b call println
o v println
o v(writeln("not evaluated")) println
o getSlot("m") type println
o getSlot("m") code println
list(getSlot("o") getSlot("m")) at(0) type println
o slotValues size println
l := list(method("in a list"))
l at(0) type println
l at(0) call println

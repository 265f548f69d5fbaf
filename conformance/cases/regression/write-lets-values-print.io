# Found by comparing generated programs with the reference: write and writeln wrote what asString answers, where they send print to each argument.
a := Object clone do(print := method("printed" println); asString := method("text"))
write(a, "|")
writeln(a)
a println
write(block(1), "|")
b := Object clone do(print := method(x, call argCount println; call message println; call sender type println))
write(1, b, 2)
"" println
write(Object clone do(asString := method("text")), "|", list(1, 2)) println
o := Object clone do(print := method(yield; "late" println; 5))
writeln(o, "end") println

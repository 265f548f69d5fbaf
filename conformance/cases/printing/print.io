# print and println answer the receiver, write and writeln nil.
(5 print) println
(5 println) println
write(1, "a", nil, true) println
writeln(1, " ", 2.5) println
write println
writeln
"" print
"x" println print
writeln
list(1, "a", nil) print
writeln
writeln(list(1, 2), Map clone size)

# print and println answer the receiver, write and writeln nil.
writeln(5 print, 5 println, write("a"), writeln("b"))
write
writeln
write(1, "a", nil, list(2), 3.5, "\n")

# A program's own asString of Number is honoured by everything that prints.
Number asString := method("n")
writeln(1, 2)
3 println
writeln("a" .. 4, " ", 5 asSimpleString)

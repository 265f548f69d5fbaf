# roundDown goes to the nearest whole number, halves up.
writeln(3.7 roundDown, " ", 3.2 roundDown, " ", 3.5 roundDown, " ", (-3.5) roundDown)

# squared and cubed multiply the number with itself.
writeln(3 squared, " ", (-3) squared, " ", 0.5 squared, " ", 0 squared)
writeln(3 cubed, " ", (-3) cubed, " ", 0.5 cubed, " ", 1e100 cubed squared)

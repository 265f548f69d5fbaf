# toggle turns zero into one and everything else into zero.
writeln(0 toggle, " ", 1 toggle, " ", 5 toggle, " ", (-1) toggle)

# for counts from one bound to the other, both included.
for(i, 1, 3, write(i, " ")); writeln
for(i, 1, 3, i * 10) println
for(i, 3, 1, write("never")) println
for(i, 2, 2, write("once ")) println
for(i, 1, 2, .5, write(i, " ")); writeln
for(i, 10, 1, -3, write(i, " ")); writeln
for(i, 1, 10, 4, write(i, " ")); writeln
for(i, 1.5, 4, write(i, " ")); writeln
for(i, -2, 2, write(i, " ")); writeln
for(i, 0, 1, 0.25, write(i, " ")); writeln
for(i, 1, 3, nil) println

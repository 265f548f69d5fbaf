# for counts up or down by steps, with bounds computed once.
for(i, 1, 3, write(i, " "))
for(i, 3, 1, -1, write(i, " "))
for(i, 0, 1, 0.25, write(i, " "))
for(i, 5, 1, write("never"))
n := 3
for(i, 1, n, n = 10; write(i, " "))
writeln
writeln(for(i, 1, 3, i * i), " ", for(i, 2, 1, i))
writeln(try(for(i, 1, 2)) error)
writeln(try(for(i, "a", 2, i)) error)
writeln(try(for(i, 1, nil, i)) error)
writeln(try(for(i, 1, 2, "a", i)) error)

# Loops in loops and methods in loops: each break finds its own.
for(i, 1, 3, 3 repeat(j, if(j == 1, break); write(i, j, " "))); writeln
for(i, 1, 3, while(true, break); write(i)); writeln
list(1, 2) foreach(a, list("x", "y") foreach(b, if(b == "y", continue); write(a, b, " "))); writeln
f := method(limit, for(k, 1, 10, if(k > limit, return k)))
for(i, 1, 3, write(f(i), " ")); writeln
g := method(loop(loop(return "from the inside")))
g println
found := nil
for(i, 1, 5, for(j, 1, 5, if(i * j == 12, found = list(i, j); break)); if(found, break))
found println
i := 0
loop(i = i + 1; j := 0; loop(j = j + 1; if(j == i, break)); if(i + j > 6, break))
list(i, j) println

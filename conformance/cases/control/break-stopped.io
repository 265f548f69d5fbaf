# break and continue in the same places.
list(1, 2, 3) map(x, if(x == 2, break); x) println
list(1, 2, 3) select(x, if(x == 2, continue); x != 2) println
list(1, 2, 3) detect(x, if(x == 2, continue); x > 1) println
for(i, 1, 3, try(break); write(i)); writeln
for(i, 1, 3, list(break); write(i)); writeln
for(i, 1, 3, stopStatus(break); write(i)); writeln
for(i, 1, 3, list(1) map(x, break); write(i)); writeln

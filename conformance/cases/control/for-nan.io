# Bounds and steps that are no numbers one can reach.
nan := 0 / 0
n := 0
for(i, 1, nan, n = n + 1; if(n == 5, break(i))) println
n = 0
for(i, 3, nan, -1, n = n + 1; if(n == 5, break(i))) println
n = 0
for(i, nan, 3, n = n + 1; if(n == 5, break("endless"))) println
n = 0
for(i, 1, 1 / 0, n = n + 1; if(n == 5, break(i))) println
for(i, 1, -1 / 0, 1) println

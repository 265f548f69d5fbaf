# break and continue concern the innermost loop.
for(i, 1, 3, for(j, 1, 3, if(j == 2, break); write(i, j, " ")); write("| "))
writeln
for(i, 1, 3, for(j, 1, 3, if(j == 2, continue); write(i, j, " ")))
writeln

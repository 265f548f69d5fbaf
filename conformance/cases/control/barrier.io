# A method stops what is raised while its argument is evaluated.
g := method(call evalArgAt(0))
for(i, 1, 3, write(i); g(break)); writeln
f := method(g(return 5); 6); f println
for(i, 1, 3, g(continue); write(i)); writeln

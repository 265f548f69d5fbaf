# A stop while a formal is evaluated ends there: the method is a barrier. So it is for evalArgs.
# divergence: the reference enters the body with the stop pending, and lets a return out of evalArgs
g := method(x, x)
for(i, 1, 3, write(i); g(break)); writeln
f := method(g(return 5); 6)
f println
k := method(call evalArgs)
f := method(k(1, return 5, 2); 6)
f println

# divergence: a turn ended by continue yields nil; in the reference its value is whatever was evaluated last somewhere
# In select: continue keeps the item, break keeps the rest, return ends it.
writeln(list(1, 2, 3, 4) select(x, if(x == 2, continue); x > 3))
writeln(list(1, 2, 3, 4) select(x, if(x == 2, break); x > 3))
writeln(list(1, 2, 3, 4) select(x, if(x == 2, return "r"); true))

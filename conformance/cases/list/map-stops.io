# divergence: a turn ended by continue yields nil; in the reference its value is whatever was evaluated last somewhere
# In map: return ends it with a value, continue makes a nil, break leaves the rest as it is.
writeln(list(1, 2, 3) map(x, if(x == 2, continue); x * 10))
writeln(list(1, 2, 3) map(x, return x * 2))
writeln(list(1, 2, 3) map(x, if(x == 2, break(7)); x * 10))
m := method(list(1, 2) map(x, return x); 9)
writeln(m)
writeln(list(1, 2, 3) mapInPlace(x, if(x == 2, break("b")); x * 10))

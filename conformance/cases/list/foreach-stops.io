# divergence: a turn ended by continue yields nil; in the reference its value is whatever was evaluated last somewhere
# break ends a foreach with a value, continue ends a turn with nil, return leaves the method.
writeln(list(1, 2, 3) foreach(v, if(v == 3, continue); v))
writeln(list(1, 2, 3) foreach(v, if(v == 2, break(v * 10)); v))
find := method(l, x, l foreach(i, v, if(v == x, return i)); -1)
writeln(find(list(5, 6, 7), 7), " ", find(list(5), 1))
for(i, 1, 3, write(i); list(1, 2) foreach(x, write("x"); break))
writeln

# switch evaluates keys until one equals the receiver, and one result.
writeln(3 switch(1, "a", 3, "b", "c"), 9 switch(1, "a", "c"), 9 switch(1, "a"), 9 switch, 9 switch("d"), nil switch(nil, 1, 2))
"a" switch(write("k1 "); "b", write("no"), write("k2 "); "a", write("yes "), write("no"), write("no"))
m := method(x, x switch(1, return "one", 2, "two"); "end")
writeln(m(1), m(2))
for(i, 1, 4, i switch(2, continue, 4, break); write(i))
writeln

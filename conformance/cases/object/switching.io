# switch compares with == and evaluates only one value.
writeln(3 switch(1, "a", 3, "b"), 9 switch(1, "a", "else"), 9 switch(1, "a"), 1 switch)
2 switch(1, writeln("one"), 2, writeln("two"), writeln("default"))

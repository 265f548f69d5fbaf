# An uncaught error of a primitive.
l := list(1, 2)
l foreach(x, writeln(x); x + "a")

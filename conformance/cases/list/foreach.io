# The three forms of foreach; its value is the last turn's, and its names stay in the sender.
writeln(list(1, 2, 3) foreach(v, v + 1))
list("a", "b") foreach(i, v, write(i, v, " "))
writeln(i, v)
list(3, 4) foreach(println)
writeln(list() foreach(v, v), " ", list(1, 2) foreach(x, x = x * 10; x), " ", x)
writeln(try(list(1) foreach) error)

# foreach answers the last value of the body and leaves its names behind.
l := list("a", "b")
writeln(l foreach(i, v, i), " ", i, " ", v, " ", list foreach(w, w), " ", l foreach(size))
writeln(l foreach(v, if(v == "a", break("early"))))
l foreach(v, if(v == "a", continue); writeln("only ", v))
writeln(try(l foreach) error)

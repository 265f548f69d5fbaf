# loop runs until break.
i := 0
writeln(loop(i = i + 1; if(i > 3, break(i))), " ", loop(break))
writeln(try(loop) error)

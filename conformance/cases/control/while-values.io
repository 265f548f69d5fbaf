# while answers the last value of its body, nil if it never ran.
i := 0
writeln(while(i < 3, i = i + 1; i * 10), " ", while(false, 1), " ", while(true, break(7)))
writeln(try(while(true)) error)
writeln(try(while) error)

# repeat counts from zero and answers the value of its last turn.
(3 repeat(i, write(i, " "))) println
writeln(3 repeat("x"), " ", 0 repeat("x"), " ", 2.9 repeat(i, i))
r := 5 repeat(i, if(i == 2, break(i * 10)))
r println
5 repeat(i, if(i % 2 == 0, continue); write(i, ","))
writeln
writeln(try(3 repeat) error)

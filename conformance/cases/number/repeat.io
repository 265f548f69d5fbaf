# n repeat([name,] body): the name counts from 0 in the sender; the value is the last turn's.
3 repeat(write("x")); writeln
3 repeat(i, write(i)); writeln(" ", i)
writeln(3 repeat(i, i * 10), " ", 0 repeat(1), " ", (-1) repeat(1), " ", 2.5 repeat(k, k), " ", (0 / 0) repeat(1))
writeln(5 repeat(i, if(i == 2, break(i + 100))), " ", 3 repeat(break), " ", 3 repeat(i, if(i == 1, continue); i), " ", 3 repeat(i, continue))
m := method(4 repeat(i, if(i == 1, return("left at " .. i))); "not reached")
writeln(m)
n := 0; 3 repeat(i, i = i + 5; n = n + i); writeln(n)
writeln(try(3 repeat) error)
2 repeat(i, 2 repeat(j, write(i, j, " "))); writeln
writeln(100000 repeat(i, i))

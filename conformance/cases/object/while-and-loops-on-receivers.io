# Control structures can be sent to any receiver.
i := 0
5 while(i < 3, i = i + 1)
writeln(i, " ", "x" for(j, 1, 2, j), " ", nil if(true, 1, 2), " ", 7 loop(break(8)))

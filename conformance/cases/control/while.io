# while tests before each turn; its value is that of the last turn.
i := 0
while(i < 3, i = i + 1; write(i, " "))
writeln
i := 0
while(i < 3, i = i + 1; i * 10) println
while(false, 1) println
i := 0
m := method(k := 0; while(k < 2, k = k + 1; inner := k); list(k, inner))
m println
i := 0
while(i < 10, i = i + 1; if(i == 4, break(i * 100))) println

# The value of while is that of its last turn.
i := 0
while(i < 3, i = i + 1; i * 100) println
while(false, 1) println

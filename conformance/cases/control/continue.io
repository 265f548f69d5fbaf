# continue goes to the next turn.
for(i, 1, 5, if(i isEven, continue); write(i)); writeln
for(i, 1, 3, if(i == 2, continue); i) println
for(i, 1, 3, for(j, 1, 3, if(j == 2, continue); write(i, j, " "))); writeln
for(i, 1, 5, i switch(3, continue); write(i)); writeln
for(i, 1, 5, (i == 3) ifTrue(continue); write(i)); writeln
for(i, 1, 5, if(i == 3) then(continue) else(write(i))); writeln
for(i, 1, 5, nil ifNilEval(if(i == 3, continue)); write(i)); writeln
i := 0
while(i < 5, i = i + 1; if(i == 3, continue); write(i)); writeln
list(1, 2, 3) reverseForeach(v, if(v == 2, continue); write(v)); writeln

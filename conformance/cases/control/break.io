# break ends the innermost loop, with a value or nil.
for(i, 1, 10, if(i == 5, break(i))) println
for(i, 1, 10, if(i == 5, break)) println
for(i, 1, 3, break i) println
for(i, 1, 3, for(j, 1, 3, if(j == 2, break); write(i, j, " "))); writeln
for(i, 1, 3, write(i); (break)) println
for(i, 1, 9, x := break("in a value")) println
for(i, 1, 3, (i > 1) ifTrue(break); write(i)); writeln
for(i, 1, 5, i switch(3, break, write(i))); writeln
for(i, 1, 5, do(if(i == 3, break)); write(i)); writeln
for(i, 1, 5, if(i == 2) then(break); write(i)); writeln
for(i, 1, 5, doString("if(i == 4, break)"); write(i)); writeln
for(i, 1, 5, doMessage(message(if(i == 4, break))); write(i)); writeln

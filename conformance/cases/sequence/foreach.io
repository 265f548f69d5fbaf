# foreach gives items as numbers and leaves its names in the sender.
"abc" foreach(i, c, write(i, ":", c, " ")); writeln
"aé" foreach(c, write(c, " ")); writeln
("abc" foreach(c, c + 1)) println
("" foreach(c, 1)) println
("abc" foreach(i, c, if(i == 1, break(c)))) println
"abc" foreach(i, c, if(i == 1, continue); write(c, " ")); writeln
writeln(i, " ", c)
"ab" foreach(print); writeln
m := method("abc" foreach(c, return c); 0)
m println
writeln(try("abc" foreach) error)
s := "ab" asMutable
s foreach(i, c, if(i < 3, s append(c))) println
s println

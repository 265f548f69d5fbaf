# foreach over lists, texts and by message; its variables stay behind.
list(1, 2, 3) foreach(v, write(v, " ")); writeln
list("a", "b") foreach(i, v, write(i, v, " ")); writeln
list(1, 2) foreach(v, v * 10) println
list() foreach(v, v) println
list(5, 6) foreach(v, nil)
v println
"ab" foreach(c, write(c, " ")); writeln
"ab" foreach(i, c, write(i, ":", c, " ")); writeln
list("x", "y") foreach(print); writeln
list(1, 2, 3) reverseForeach(v, write(v)); writeln
list(1, 2, 3) foreach(v, if(v == 2, break("found"))) println
list(1, 2, 3) foreach(v, if(v == 2, continue); write(v)); writeln
m := method(list(1, 2, 3) foreach(v, if(v == 2, return v)); 0)
m println
Map with("k", 1) foreach(k, v, write(k, v)); writeln
Map with("k", 7) foreach(v, write(v)); writeln

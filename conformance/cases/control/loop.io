# loop ends by break or return only.
i := 0
loop(i = i + 1; if(i == 5, break)) println
i println
loop(break("value")) println
m := method(n := 0; loop(n = n + 1; if(n > 3, return n)))
m println
i := 0
loop(i = i + 1; if(i < 3, continue); write(i, " "); if(i > 4, break))
writeln

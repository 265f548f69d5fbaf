# repeat counts from zero.
3 repeat(write("x")); writeln
3 repeat(i, write(i)); writeln
3 repeat(i, i * 10) println
0 repeat(1) println
i println
5 repeat(i, if(i == 3, break(i + 100))) println
5 repeat(i, if(i == 3, continue); write(i)); writeln
m := method(3 repeat(i, if(i == 1, return i)); "none")
m println
2.7 repeat(write("r")); writeln
-1 repeat(5) println
(-1) repeat(5) println

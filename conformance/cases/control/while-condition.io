# The condition is judged like that of if, and may have several statements.
n := 0
while(write("?"); n < 2, n = n + 1)
writeln
c := Object clone do(left := 2; asBoolean := method(left = left - 1; left >= 0))
while(c, write("turn "))
writeln
m := method(while(true, return "out"))
m println
i := 0
while(i = i + 1; i < 100 and i * i < 50, nil)
i println

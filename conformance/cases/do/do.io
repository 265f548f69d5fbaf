# do evaluates in the receiver and answers it; the caller's locals are out of reach.
o := Object clone
(o do(x := 5) == o) println
o x println
o do(x = 6; y := x + 1) y println
y := "global"
m := method(loc := 5; o do(z := loc))
try(m) error println
m := method(y := "local"; Object clone do(z := y) z)
m println
list(1, 2) do(append(3)) println
5 do(println)
o do(m := method(x)) m println

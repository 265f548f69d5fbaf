# resend evaluates the arguments of the call again.
n := 0
tick := method(n = n + 1; n)
A := Object clone do(m := method(x, "A" .. x))
B := A clone do(m := method(x, "B" .. x .. resend))
B m(tick) println
n println
C := B clone do(m := method("C" .. resend))
C m(tick) println
n println

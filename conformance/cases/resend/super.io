# super performs a given message further up.
A := Object clone do(m := method(x, "A" .. x); k := method("A k"); v := 7)
B := A clone do(m := method(x, "B" .. super(m(x + 1))))
B m(1) println
C := B clone do(m := method(x, "C" .. super(m(x * 10))); j := method(super(k)); w := method(super(v)))
C m(2) println
C j println
C w println
C clone m(3) println
try(C clone do(z := method(super)) z) error println

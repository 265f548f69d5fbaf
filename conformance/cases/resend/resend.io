# resend performs the same message further up, with the same self.
A := Object clone do(m := method("A")); B := A clone do(m := method("B" .. resend))
C := B clone do(m := method("C" .. resend))
B m println
C m println
C clone m println
A who := method(self type)
B who := method("via B " .. resend)
C who println
A add := method(x, y, x + y)
B add := method(x, y, resend * 2)
B add(3, 4) println

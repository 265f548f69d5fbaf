# init runs on every clone; resend chains it.
A := Object clone do(init := method(self parts := list("A")))
B := A clone do(init := method(resend; parts append("B")))
A clone parts println
B clone parts println
B clone clone parts println
C := B clone do(init := method(resend; parts append("C")))
C clone parts println
x := C clone
x parts append("x")
C clone parts println

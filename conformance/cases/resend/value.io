# resend of a slot that holds no method answers its value, as super does.
# divergence: the reference tries to run it
A := Object clone do(v := "value in A")
B := A clone do(v := method("B and " .. resend))
B v println
C := A clone do(v := method("C and " .. super(v)))
C v println

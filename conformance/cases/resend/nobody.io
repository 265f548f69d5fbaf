# When no ancestor has the slot, the ancestors' forward answers.
A := Object clone
A m := method(resend)
try(A m) error println
A k := method(super(k))
try(A k) error println
try(resend) error println
B := Object clone do(forward := method("forwarded " .. call message name))
C := B clone do(x := method(resend))
C x println
D := B clone do(x := method(super(other)))
D x println

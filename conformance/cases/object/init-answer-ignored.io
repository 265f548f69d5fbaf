# clone answers the clone, whatever init answers.
A := Object clone do(init := method(42))
writeln(A clone type, " ", A clone == 42, " ", A clone proto == A)

# One place in a program sees clones of several kinds.
# divergence: the reference caches what one message found and takes it for other clones
A := Object clone do(s := method("A"); q := method(s))
B := A clone do(s := method("B"))
C := B clone do(s := "C")
list(A, B, C, A clone, B clone, C clone) foreach(x, write(x q, " ")); writeln
ask := method(o, o s)
list(B clone, A clone, C clone, A, B, C) foreach(x, write(ask(x), " ")); writeln
a := A clone
b := A clone
list(ask(a), ask(b)) println
b s := "own"
list(ask(a), ask(b)) println
for(i, 1, 3, a do(write(i))); writeln

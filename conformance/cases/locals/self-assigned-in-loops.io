# A local named self, assigned over and over where the locals are an object: what is sent to nobody goes to the newest.
A := Object clone do(foo := method("A foo"); x := 1)
B := Object clone do(foo := method("B foo"); x := 2)
f := method(
    here := thisLocalContext
    self := A
    4 repeat(i,
        self = if(i % 2 == 0, B, A)
        foo println
        x println
        x = x + 10
    )
    list(A x, B x) println
)
f
g := method(
    here := thisLocalContext
    4 repeat(i,
        self := if(i % 2 == 0, B, A)
        foo println
        x println
    )
)
g

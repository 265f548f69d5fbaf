# Own slots first, then the protos, each with all of its ancestors before the next.
a := Object clone do(x := "a"; only := "only a")
b := Object clone do(x := "b"; other := "other b")
c := Object clone setProtos(list(a, b))
c x println
c only println
c other println
c x := "c"
c x println
c removeSlot("x")
c x println
c setProtos(list(b, a))
c x println
base := Object clone do(deep := "deep in the first")
a setProtos(list(base, Object))
b deep := "direct in the second"
c setProtos(list(a, b))
c deep println

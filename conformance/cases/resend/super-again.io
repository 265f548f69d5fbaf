# super evaluates its arguments anew.
n := 0
tick := method(Lobby n = n + 1; n)
A := Object clone do(m := method(x, "A" .. x))
B := A clone do(m := method(x, "B" .. x .. super(m(tick)) .. super(m(tick))))
B m(tick) println
n println

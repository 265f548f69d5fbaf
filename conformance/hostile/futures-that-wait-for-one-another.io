# A dead lock of futures.
# limits: time 1s
# ends: exception, normal, time, output

A := Object clone do(go := method(B @go + 1))
B := Object clone do(go := method(A @go + 1))
A @go + 1

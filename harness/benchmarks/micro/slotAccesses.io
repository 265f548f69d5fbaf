# Reads a slot of self: not found in the locals, then found in the receiver.
# Eight operations a turn of the loop, whose own cost is part of the time.
# unit: Mops/s
# operations: 8
# expect: 1

benchmark := Object clone do(
    setup := method(self x := 1)

    run := method(n,
        n repeat(x; x; x; x; x; x; x; x)
    )
)

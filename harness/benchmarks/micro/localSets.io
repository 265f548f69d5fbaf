# Assigns to a slot of the locals. The local holds a string first, so its type changes once.
# Eight operations a turn of the loop, whose own cost is part of the time.
# unit: Mops/s
# operations: 8
# expect: 4

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        v := "1"
        n repeat(v = 1; v = 2; v = 3; v = 4; v = 1; v = 2; v = 3; v = 4)
        v
    )
)

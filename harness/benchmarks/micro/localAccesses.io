# Reads a slot of the locals: the bare name of a local that holds a number.
# Eight operations a turn of the loop, whose own cost is part of the time.
# unit: Mops/s
# operations: 8
# expect: 1

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        v := 1
        n repeat(v; v; v; v; v; v; v; v)
    )
)

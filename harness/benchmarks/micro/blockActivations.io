# Activates a method without parameters, found in self, whose body is a literal.
# Eight operations a turn of the loop, whose own cost is part of the time.
# unit: Mops/s
# operations: 8
# expect: 1

benchmark := Object clone do(
    foo := method(1)
    setup := method(nil)

    run := method(n,
        n repeat(foo; foo; foo; foo; foo; foo; foo; foo)
    )
)

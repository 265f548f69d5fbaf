# Clones an object that is found by its global name: a look-up as far as the Lobby, a clone, and the search for an init.
# Eight operations a turn of the loop, whose own cost is part of the time.
# unit: Mops/s
# operations: 8
# expect: true

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        last := n repeat(
            benchmark clone; benchmark clone; benchmark clone; benchmark clone
            benchmark clone; benchmark clone; benchmark clone; benchmark clone
        )
        last != self and last proto == self
    )
)

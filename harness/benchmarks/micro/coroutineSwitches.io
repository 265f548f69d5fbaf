# Two coroutines that yield to each other. A yield is a round trip of two switches; the loop of the other one is part of the time.
# unit: Mops/s
# operations: 2
# expect: true false
# geomean: no

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        Lobby keepsYielding := true
        other := Object clone do(
            isAwake := false
            run := method(
                isAwake = true
                while(Lobby keepsYielding, yield)
                isAwake = false
            )
        )
        other @@run
        yield
        wasAwake := other isAwake
        n repeat(yield)
        Lobby keepsYielding = false
        yield
        wasAwake asString .. " " .. other isAwake
    )
)

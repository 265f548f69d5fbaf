# Activates a built-in without arguments that the locals hold; it answers its target.
# Eight operations a turn of the loop, whose own cost is part of the time.
# unit: Mops/s
# operations: 8
# expect: true

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        v := self getSlot("thisContext")
        n repeat(v; v; v; v; v; v; v; v) == thisContext
    )
)

# Assigns to a slot of self. The locals hold updateSlot itself, so it is found at once, does not find x in the locals and passes the message on to self.
# Eight operations a turn of the loop, whose own cost is part of the time.
# unit: Mops/s
# operations: 8
# expect: 1

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        self x := "not set"
        updateSlot := getSlot("updateSlot")
        n repeat(x = 1; x = 1; x = 1; x = 1; x = 1; x = 1; x = 1; x = 1)
        self x
    )
)

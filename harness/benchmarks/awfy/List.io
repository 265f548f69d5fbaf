# Makes linked lists, walks them and recurses over their tails.
# unit: ns
# default: no
# include: som/Benchmark.io
# expect: 10

Element := Object clone do(
    value := nil
    next := nil

    with := method(aValue,
        element := self clone
        element value = aValue
        element
    )

    length := method(
        if(next isNil, 1, 1 + next length)
    )
)

benchmark := SomBenchmark clone do(
    turn := method(
        tail(makeList(15), makeList(10), makeList(6)) length
    )

    makeList := method(length,
        if(length == 0, return nil)
        element := Element with(length)
        element next = makeList(length - 1)
        element
    )

    isShorterThan := method(x, y,
        xTail := x
        yTail := y
        while(yTail,
            if(xTail isNil, return true)
            xTail = xTail next
            yTail = yTail next
        )
        false
    )

    tail := method(x, y, z,
        if(isShorterThan(y, x),
            tail(tail(x next, y, z), tail(y next, z, x), tail(z next, x, y))
        ,
            z
        )
    )
)

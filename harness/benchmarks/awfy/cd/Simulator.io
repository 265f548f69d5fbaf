# Aircraft that fly in pairs, each pair beside the next one.

CallSign := Object clone do(
    value := 0

    with := method(aValue,
        callSign := self clone
        callSign value = aValue
        callSign
    )

    compareTo := method(other,
        if(value == other value, return 0)
        if(value < other value, -1, 1)
    )
)

Aircraft := Object clone do(
    callSign := nil
    position := nil

    with := method(aCallSign, aPosition,
        aircraft := self clone
        aircraft callSign = aCallSign
        aircraft position = aPosition
        aircraft
    )
)

Simulator := Object clone do(
    aircraft := nil

    with := method(count,
        simulator := self clone
        simulator aircraft = SomVector clone
        count repeat(i, simulator aircraft append(CallSign with(i)))
        simulator
    )

    simulate := method(time,
        frame := SomVector clone
        for(i, 0, aircraft size - 1, 2,
            frame append(Aircraft with(aircraft at(i), Vector3D with(time, time cos * 2 + (i * 3), 10)))
            frame append(Aircraft with(aircraft at(i + 1), Vector3D with(time, time sin * 2 + (i * 3), 10)))
        )
        frame
    )
)

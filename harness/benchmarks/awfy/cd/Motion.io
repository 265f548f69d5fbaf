# The way of an aircraft in one frame.

Motion := Object clone do(
    callSign := nil
    positionOne := nil
    positionTwo := nil

    with := method(aCallSign, one, two,
        motion := self clone
        motion callSign = aCallSign
        motion positionOne = one
        motion positionTwo = two
        motion
    )

    delta := method(positionTwo minus(positionOne))

    # Where this and the other aircraft come as close as the radius, or nil. Both move at constant speed, so the square of their distance
    # is a quadratic function of time, from 0 at the frame's begin to 1 at its end.
    findIntersection := method(other,
        start1 := positionOne
        start2 := other positionOne
        delta1 := delta
        delta2 := other delta
        radius := Space proximityRadius

        a := delta2 minus(delta1) squaredMagnitude
        if(a == 0,
            # Their distance does not change.
            if(start2 minus(start1) magnitude <= radius, return start1 plus(start2) times(0.5))
            return nil
        )

        b := 2 * start1 minus(start2) dot(delta1 minus(delta2))
        c := start2 minus(start1) squaredMagnitude - (radius * radius)
        discriminant := b * b - (4 * a * c)
        if(discriminant < 0, return nil)

        time1 := (b negate - discriminant sqrt) / (2 * a)
        time2 := (b negate + discriminant sqrt) / (2 * a)
        if(isWithinFrame(time1, time2) not, return nil)

        time := if(time1 <= 0, 0, time1)
        position := start1 plus(delta1 times(time)) plus(start2 plus(delta2 times(time))) times(0.5)
        if(isWithinSpace(position), position, nil)
    )

    isWithinFrame := method(time1, time2,
        time1 <= time2 and (
            (time1 <= 1 and 1 <= time2) or (time1 <= 0 and 0 <= time2) or (0 <= time1 and time2 <= 1)
        )
    )

    isWithinSpace := method(position,
        position x >= Space minX and position x <= Space maxX and (
            position y >= Space minY and position y <= Space maxY) and (
            position z >= Space minZ and position z <= Space maxZ)
    )
)

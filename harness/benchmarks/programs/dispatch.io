# Sends the same messages to shapes of six kinds in an order that repeats late: what a call site does that has seen too many kinds.
# unit: ns
# default: no
# expect: 974887700 16700

Shape := Object clone do(
    isRound := false
    area := method(0)
    weight := method(area * 2 + corners)
    corners := 0
)

Square := Shape clone do(
    side := 1
    corners := 4
    with := method(side, square := self clone; square side := side; square)
    area := method(side * side)
    grow := method(side = side + 1)
)

Rectangle := Shape clone do(
    width := 1
    height := 1
    corners := 4
    with := method(side, rectangle := self clone; rectangle width := side; rectangle height := side + 1; rectangle)
    area := method(width * height)
    grow := method(width = width + 1)
)

Triangle := Shape clone do(
    base := 1
    height := 1
    corners := 3
    with := method(side, triangle := self clone; triangle base := side; triangle height := side * 2; triangle)
    area := method(base * height / 2)
    grow := method(height = height + 2)
)

Circle := Shape clone do(
    radius := 1
    isRound = true
    with := method(side, circle := self clone; circle radius := side; circle)
    area := method(radius * radius * 3)
    grow := method(radius = radius + 1)
)

Ellipse := Shape clone do(
    minor := 1
    major := 1
    isRound = true
    with := method(side, ellipse := self clone; ellipse minor := side; ellipse major := side + 2; ellipse)
    area := method(minor * major * 3)
    grow := method(major = major + 1)
)

Hexagon := Shape clone do(
    side := 1
    corners := 6
    with := method(side, hexagon := self clone; hexagon side := side; hexagon)
    area := method(side * side * 3)
    grow := method(side = side + 2)
)

benchmark := Object clone do(
    setup := method(
        self kinds := list(Square, Rectangle, Triangle, Circle, Ellipse, Hexagon)
        self order := list()
        seed := 42
        500 repeat(
            seed = (seed * 3877 + 29573) % 139968
            order append(kinds at(seed % 6))
        )
    )

    run := method(n,
        n repeat(answer := measure)
        answer
    )

    measure := method(
        shapes := order map(i, kind, kind with(i % 10))
        weight := 0
        round := 0
        100 repeat(
            shapes foreach(shape,
                weight = weight + shape weight
                if(shape isRound, round = round + 1)
                shape grow
            )
        )
        weight asString .. " " .. round
    )
)

# Vectors in two and three dimensions, and the space that aircraft fly in.

Space := Object clone do(
    minX := 0
    minY := 0
    maxX := 1000
    maxY := 1000
    minZ := 0
    maxZ := 10
    proximityRadius := 1
    voxelSize := 2
)

Vector2D := Object clone do(
    x := 0
    y := 0

    with := method(x, y,
        vector := self clone
        vector x = x
        vector y = y
        vector
    )

    plus := method(other, Vector2D with(x + other x, y + other y))

    minus := method(other, Vector2D with(x - other x, y - other y))

    compareTo := method(other,
        order := compareNumbers(x, other x)
        if(order != 0, order, compareNumbers(y, other y))
    )

    # What is no number comes before the numbers.
    compareNumbers := method(a, b,
        if(a == b, return 0)
        if(a < b, return -1)
        if(a > b, return 1)
        if(a == a, 1, -1)
    )
)

Vector3D := Object clone do(
    x := 0
    y := 0
    z := 0

    with := method(x, y, z,
        vector := self clone
        vector x = x
        vector y = y
        vector z = z
        vector
    )

    plus := method(other, Vector3D with(x + other x, y + other y, z + other z))

    minus := method(other, Vector3D with(x - other x, y - other y, z - other z))

    times := method(factor, Vector3D with(x * factor, y * factor, z * factor))

    dot := method(other, x * other x + (y * other y) + (z * other z))

    squaredMagnitude := method(self dot(self))

    magnitude := method(squaredMagnitude sqrt)
)

# Moves the sun and the outer planets a thousand steps on, and answers their energy.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io
# expect: -0.169087605

Body := Object clone do(
    solarMass := 4 * Number constants pi * Number constants pi
    daysPerYear := 365.24

    x := 0
    y := 0
    z := 0
    vx := 0
    vy := 0
    vz := 0
    mass := 0

    # Velocities by the day, the mass in suns.
    with := method(x, y, z, vx, vy, vz, mass,
        body := self clone
        body x = x
        body y = y
        body z = z
        body vx = vx * daysPerYear
        body vy = vy * daysPerYear
        body vz = vz * daysPerYear
        body mass = mass * solarMass
        body
    )

    offsetMomentum := method(px, py, pz,
        vx = 0 - px / solarMass
        vy = 0 - py / solarMass
        vz = 0 - pz / solarMass
    )

    sun := method(with(0, 0, 0, 0, 0, 0, 1))

    jupiter := method(
        with(
            4.8414314424647209, -1.16032004402742839, -0.103622044471123109,
            0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023,
            0.000954791938424326609
        )
    )

    saturn := method(
        with(
            8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
            -0.00276742510726862411, 0.00499852801234917238, 0.0000230417297573763929,
            0.000285885980666130812
        )
    )

    uranus := method(
        with(
            12.894369562139131, -15.1111514016986312, -0.223307578892655734,
            0.00296460137564761618, 0.0023784717395948095, -0.0000296589568540237556,
            0.0000436624404335156298
        )
    )

    neptune := method(
        with(
            15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
            0.00268067772490389322, 0.00162824170038242295, -0.000095159225451971587,
            0.0000515138902046611451
        )
    )
)

NBodySystem := Object clone do(
    bodies := nil

    init := method(bodies = createBodies)

    createBodies := method(
        created := SomArray withSize(5)
        created atPut(0, Body sun)
        created atPut(1, Body jupiter)
        created atPut(2, Body saturn)
        created atPut(3, Body uranus)
        created atPut(4, Body neptune)
        px := 0
        py := 0
        pz := 0
        created foreach(body,
            px = px + (body vx * body mass)
            py = py + (body vy * body mass)
            pz = pz + (body vz * body mass)
        )
        created at(0) offsetMomentum(px, py, pz)
        created
    )

    advance := method(dt,
        for(i, 0, bodies size - 1,
            a := bodies at(i)
            for(j, i + 1, bodies size - 1,
                b := bodies at(j)
                dx := a x - b x
                dy := a y - b y
                dz := a z - b z
                squaredDistance := dx * dx + (dy * dy) + (dz * dz)
                magnitude := dt / (squaredDistance * squaredDistance sqrt)

                a vx = a vx - (dx * b mass * magnitude)
                a vy = a vy - (dy * b mass * magnitude)
                a vz = a vz - (dz * b mass * magnitude)

                b vx = b vx + (dx * a mass * magnitude)
                b vy = b vy + (dy * a mass * magnitude)
                b vz = b vz + (dz * a mass * magnitude)
            )
        )
        bodies foreach(body,
            body x = body x + (dt * body vx)
            body y = body y + (dt * body vy)
            body z = body z + (dt * body vz)
        )
    )

    energy := method(
        sum := 0
        for(i, 0, bodies size - 1,
            a := bodies at(i)
            sum = sum + (0.5 * a mass * (a vx * a vx + (a vy * a vy) + (a vz * a vz)))
            for(j, i + 1, bodies size - 1,
                b := bodies at(j)
                dx := a x - b x
                dy := a y - b y
                dz := a z - b z
                sum = sum - (a mass * b mass / (dx * dx + (dy * dy) + (dz * dz)) sqrt)
            )
        )
        sum
    )
)

benchmark := SomBenchmark clone do(
    steps := 1000
    decimals := 9

    turn := method(
        system := NBodySystem clone
        steps repeat(system advance(0.01))
        system energy asString(0, decimals)
    )
)

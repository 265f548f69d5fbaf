# The Sun and four planets attract each other for 1000 steps: floating-point arithmetic on the slots of objects.
# After the benchmark of that name in the Computer Language Benchmarks Game; the energies are the ones it publishes for 1000 steps.
# unit: ns
# default: no
# expect: -0.169075164 -0.169087605

Body := Object clone do(
    solarMass := 4 * 3.141592653589793 * 3.141592653589793
    daysPerYear := 365.24

    with := method(x, y, z, vx, vy, vz, mass,
        body := Body clone
        body x := x
        body y := y
        body z := z
        body vx := vx * daysPerYear
        body vy := vy * daysPerYear
        body vz := vz * daysPerYear
        body mass := mass * solarMass
        body
    )

    attract := method(other, time,
        dx := x - other x
        dy := y - other y
        dz := z - other z
        squared := dx * dx + dy * dy + dz * dz
        magnitude := time / (squared * squared sqrt)
        mine := mass * magnitude
        its := other mass * magnitude
        vx = vx - (dx * its)
        vy = vy - (dy * its)
        vz = vz - (dz * its)
        other vx = other vx + (dx * mine)
        other vy = other vy + (dy * mine)
        other vz = other vz + (dz * mine)
    )

    move := method(time,
        x = x + (time * vx)
        y = y + (time * vy)
        z = z + (time * vz)
    )

    distanceTo := method(other,
        dx := x - other x
        dy := y - other y
        dz := z - other z
        (dx * dx + dy * dy + dz * dz) sqrt
    )

    kineticEnergy := method(
        mass * (vx * vx + vy * vy + vz * vz) / 2
    )
)

SolarSystem := Object clone do(
    init := method(
        self bodies := list(
            Body with(0, 0, 0, 0, 0, 0, 1),
            Body with(4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
                0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
            Body with(8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
                -0.00276742510726411043, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812),
            Body with(12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
                0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
            Body with(15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
                0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451)
        )
        stopSun
    )

    stopSun := method(
        px := 0
        py := 0
        pz := 0
        bodies foreach(body,
            px = px + (body vx * body mass)
            py = py + (body vy * body mass)
            pz = pz + (body vz * body mass)
        )
        sun := bodies first
        sun vx = 0 - px / sun mass
        sun vy = 0 - py / sun mass
        sun vz = 0 - pz / sun mass
    )

    advance := method(time,
        bodies foreach(i, body,
            for(j, i + 1, bodies size - 1, body attract(bodies at(j), time))
        )
        bodies foreach(body, body move(time))
    )

    energy := method(
        sum := 0
        bodies foreach(i, body,
            sum = sum + body kineticEnergy
            for(j, i + 1, bodies size - 1,
                other := bodies at(j)
                sum = sum - (body mass * other mass / body distanceTo(other))
            )
        )
        sum
    )
)

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        n repeat(answer := simulate)
        answer
    )

    simulate := method(
        system := SolarSystem clone
        before := system energy
        1000 repeat(system advance(0.01))
        before asString(0, 9) .. " " .. system energy asString(0, 9)
    )
)

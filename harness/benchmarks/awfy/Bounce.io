# A hundred balls bounce fifty times within a box; the result is how often they met its walls.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io som/Random.io
# expect: 1331

Ball := Object clone do(
    x := 0
    y := 0
    xVelocity := 0
    yVelocity := 0

    with := method(random,
        ball := self clone
        ball x = random next % 500
        ball y = random next % 500
        ball xVelocity = random next % 300 - 150
        ball yVelocity = random next % 300 - 150
        ball
    )

    bounce := method(
        xLimit := 500
        yLimit := 500
        bounced := false
        x = x + xVelocity
        y = y + yVelocity
        if(x > xLimit,
            x = xLimit
            xVelocity = 0 - xVelocity abs
            bounced = true
        )
        if(x < 0,
            x = 0
            xVelocity = xVelocity abs
            bounced = true
        )
        if(y > yLimit,
            y = yLimit
            yVelocity = 0 - yVelocity abs
            bounced = true
        )
        if(y < 0,
            y = 0
            yVelocity = yVelocity abs
            bounced = true
        )
        bounced
    )
)

benchmark := SomBenchmark clone do(
    turn := method(
        random := SomRandom clone
        bounces := 0
        balls := SomArray withSize(100)
        balls size repeat(i, balls atPut(i, Ball with(random)))
        50 repeat(
            balls foreach(ball,
                if(ball bounce, bounces = bounces + 1)
            )
        )
        bounces
    )
)

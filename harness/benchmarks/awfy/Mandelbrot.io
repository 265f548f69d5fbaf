# Draws the Mandelbrot set, 100 by 100 points, and folds its bytes into one.
# unit: ns
# default: no
# include: som/Benchmark.io
# expect: 239

benchmark := SomBenchmark clone do(
    edge := 100

    turn := method(mandelbrot(edge))

    mandelbrot := method(size,
        folded := 0
        byte := 0
        bits := 0
        y := 0
        while(y < size,
            ci := 2.0 * y / size - 1.0
            x := 0
            while(x < size,
                zrzr := 0.0
                zizi := 0.0
                zi := 0.0
                cr := 2.0 * x / size - 1.5
                z := 0
                isWithin := true
                escape := 0
                while(isWithin and z < 50,
                    zr := zrzr - zizi + cr
                    zi = 2.0 * zr * zi + ci
                    zrzr = zr * zr
                    zizi = zi * zi
                    if(zrzr + zizi > 4.0,
                        isWithin = false
                        escape = 1
                    )
                    z = z + 1
                )

                byte = (byte << 1) + escape
                bits = bits + 1
                if(bits == 8,
                    folded = folded ^ byte
                    byte = 0
                    bits = 0
                ,
                    if(x == size - 1,
                        byte = byte << (8 - bits)
                        folded = folded ^ byte
                        byte = 0
                        bits = 0
                    )
                )
                x = x + 1
            )
            y = y + 1
        )
        folded
    )
)

# The Mandelbrot set on 48 x 48 points, at most 50 turns each, packed into the bytes of a bitmap: floating-point locals in loops.
# After the benchmark of that name in the Computer Language Benchmarks Game.
# unit: ns
# default: no
# expect: 288 134751

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        n repeat(answer := checksum(bitmap(48)))
        answer
    )

    bitmap := method(size,
        bytes := Sequence clone
        for(y, 0, size - 1,
            byte := 0
            ci := 2 * y / size - 1
            for(x, 0, size - 1,
                byte = byte << 1
                if(isInside(2 * x / size - 1.5, ci), byte = byte | 1)
                if(x % 8 == 7,
                    bytes append(byte)
                    byte = 0
                )
            )
        )
        bytes
    )

    isInside := method(cr, ci,
        zr := 0
        zi := 0
        50 repeat(
            rr := zr * zr
            ii := zi * zi
            if(rr + ii > 4, return false)
            zi = 2 * zr * zi + ci
            zr = rr - ii + cr
        )
        true
    )

    checksum := method(bytes,
        sum := 0
        bytes foreach(byte, sum = (sum * 31 + byte) % 1000003)
        bytes size asString .. " " .. sum
    )
)

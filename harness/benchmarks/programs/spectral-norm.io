# The greatest singular value of an infinite matrix, cut to 40 rows, by the power method: method calls with numbers.
# After the benchmark of that name in the Computer Language Benchmarks Game.
# unit: ns
# default: no
# expect: 1.274167288

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        n repeat(answer := spectralNorm(40))
        answer
    )

    element := method(row, column,
        diagonal := row + column
        1 / (diagonal * (diagonal + 1) / 2 + row + 1)
    )

    timesMatrix := method(vector,
        product := list()
        for(row, 0, vector size - 1,
            sum := 0
            vector foreach(column, x, sum = sum + element(row, column) * x)
            product append(sum)
        )
        product
    )

    timesTransposed := method(vector,
        product := list()
        for(row, 0, vector size - 1,
            sum := 0
            vector foreach(column, x, sum = sum + element(column, row) * x)
            product append(sum)
        )
        product
    )

    spectralNorm := method(size,
        u := list()
        size repeat(u append(1))
        10 repeat(
            v := timesTransposed(timesMatrix(u))
            u = timesTransposed(timesMatrix(v))
        )
        uv := 0
        vv := 0
        v foreach(i, x,
            uv = uv + u at(i) * x
            vv = vv + x * x
        )
        (uv / vv) sqrt asString(0, 9)
    )
)

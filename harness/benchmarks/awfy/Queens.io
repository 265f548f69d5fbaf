# Places eight queens so that none attacks another, ten times.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io
# expect: true

benchmark := SomBenchmark clone do(
    freeRows := nil
    freeMaxs := nil
    freeMins := nil
    queenRows := nil

    turn := method(
        result := true
        10 repeat(result = result and queens)
        result
    )

    queens := method(
        freeRows = SomArray filled(8, true)
        freeMaxs = SomArray filled(16, true)
        freeMins = SomArray filled(16, true)
        queenRows = SomArray filled(8, -1)
        placeQueen(0)
    )

    placeQueen := method(column,
        for(row, 0, 7,
            if(rowColumn(row, column),
                queenRows atPut(row, column)
                setRowColumn(row, column, false)
                if(column == 7, return true)
                if(placeQueen(column + 1), return true)
                setRowColumn(row, column, true)
            )
        )
        false
    )

    rowColumn := method(row, column,
        freeRows at(row) and freeMaxs at(column + row) and freeMins at(column - row + 7)
    )

    setRowColumn := method(row, column, isFree,
        freeRows atPut(row, isFree)
        freeMaxs atPut(column + row, isFree)
        freeMins atPut(column - row + 7, isFree)
    )
)

# Makes all permutations of six elements in place and counts the calls.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io
# expect: 8660

benchmark := SomBenchmark clone do(
    count := 0
    elements := nil

    turn := method(
        count = 0
        elements = SomArray filled(6, 0)
        permute(6)
        count
    )

    permute := method(n,
        count = count + 1
        if(n != 0,
            last := n - 1
            permute(last)
            for(i, last, 0, -1,
                swap(last, i)
                permute(last)
                swap(last, i)
            )
        )
    )

    swap := method(i, j,
        element := elements at(i)
        elements atPut(i, elements at(j))
        elements atPut(j, element)
    )
)

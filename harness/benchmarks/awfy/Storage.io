# Makes a tree of arrays, which is garbage at once, and counts its nodes.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io som/Random.io
# expect: 5461

benchmark := SomBenchmark clone do(
    count := 0

    turn := method(
        count = 0
        buildTreeDepth(7, SomRandom clone)
        count
    )

    buildTreeDepth := method(depth, random,
        count = count + 1
        if(depth == 1, return SomArray withSize(random next % 10 + 1))
        tree := SomArray withSize(4)
        4 repeat(i, tree atPut(i, buildTreeDepth(depth - 1, random)))
        tree
    )
)

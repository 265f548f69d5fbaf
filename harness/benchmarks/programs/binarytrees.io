# Builds binary trees of objects and counts their nodes; one tree lives through it all, the others are garbage soon.
# After the benchmark of that name in the Computer Language Benchmarks Game, greatest depth 9.
# unit: ns
# default: no
# expect: 2047; 512 x 31, 128 x 127, 32 x 511; 1023

Tree := Object clone do(
    left := nil
    right := nil

    ofDepth := method(depth,
        tree := Tree clone
        if(depth > 0,
            tree left = ofDepth(depth - 1)
            tree right = ofDepth(depth - 1)
        )
        tree
    )

    nodeCount := method(
        if(left == nil, return 1)
        leftCount := left nodeCount
        rightCount := right nodeCount
        1 + leftCount + rightCount
    )
)

benchmark := Object clone do(
    minDepth := 4
    maxDepth := 9

    setup := method(nil)

    run := method(n,
        n repeat(answer := build)
        answer
    )

    build := method(
        stretch := Tree ofDepth(maxDepth + 1) nodeCount
        longLived := Tree ofDepth(maxDepth)
        counts := list()
        for(depth, minDepth, maxDepth, 2,
            trees := 2 ** (maxDepth - depth + minDepth)
            nodes := 0
            trees repeat(nodes = nodes + Tree ofDepth(depth) nodeCount)
            counts append(trees asString .. " x " .. nodes / trees)
        )
        stretch asString .. "; " .. counts join(", ") .. "; " .. longLived nodeCount
    )
)

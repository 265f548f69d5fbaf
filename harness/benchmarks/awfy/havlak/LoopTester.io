# Makes a graph of nested loops and finds them.

LoopTester := Object clone do(
    graph := nil
    loopStructure := nil

    init := method(
        graph = ControlFlowGraph clone
        loopStructure = LoopStructureGraph clone
        graph createNode(0)
    )

    buildDiamond := method(start,
        buildConnect(start, start + 1)
        buildConnect(start, start + 2)
        buildConnect(start + 1, start + 3)
        buildConnect(start + 2, start + 3)
        start + 3
    )

    buildConnect := method(from, to, BasicBlockEdge with(graph, from, to))

    buildStraight := method(start, n,
        n repeat(i, buildConnect(start + i, start + i + 1))
        start + n
    )

    # Two loops within one, with a diamond in each of the inner ones.
    buildBaseLoop := method(from,
        header := buildStraight(from, 1)
        diamond1 := buildDiamond(header)
        d11 := buildStraight(diamond1, 1)
        diamond2 := buildDiamond(d11)
        footer := buildStraight(diamond2, 1)
        buildConnect(diamond2, d11)
        buildConnect(diamond1, header)
        buildConnect(footer, from)
        buildStraight(footer, 1)
    )

    findLoopsIn := method(dummyLoops, iterations, trees, middleLoops, innerLoops,
        constructSimpleGraph
        dummyLoops repeat(findLoops(loopStructure))
        constructGraph(trees, middleLoops, innerLoops)
        findLoops(loopStructure)
        iterations repeat(findLoops(LoopStructureGraph clone))
        loopStructure calculateNestingLevel
    )

    constructSimpleGraph := method(
        graph createNode(0)
        buildBaseLoop(0)
        graph createNode(1)
        buildConnect(0, 2)
    )

    constructGraph := method(trees, middleLoops, innerLoops,
        n := 2
        trees repeat(
            graph createNode(n + 1)
            buildConnect(2, n + 1)
            n = n + 1
            middleLoops repeat(
                top := n
                n = buildStraight(n, 1)
                innerLoops repeat(n = buildBaseLoop(n))
                bottom := buildStraight(n, 1)
                buildConnect(n, top)
                n = bottom
            )
            buildConnect(n, 1)
        )
    )

    findLoops := method(aLoopStructure, LoopFinder with(graph, aLoopStructure) findLoops)

    loopCount := method(loopStructure loopCount)

    blockCount := method(graph nodeCount)
)

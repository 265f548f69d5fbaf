# Basic blocks and the edges between them. Blocks are named by numbers, which are also their hashes.

BasicBlock := Object clone do(
    customHash := 0
    inEdges := nil
    outEdges := nil

    with := method(name,
        basicBlock := self clone
        basicBlock customHash = name
        basicBlock inEdges = SomVector withSize(2)
        basicBlock outEdges = SomVector withSize(2)
        basicBlock
    )

    predecessorCount := method(inEdges size)

    addOutEdge := method(to, outEdges append(to))

    addInEdge := method(from, inEdges append(from))
)

BasicBlockEdge := Object clone do(
    from := nil
    to := nil

    with := method(graph, fromName, toName,
        edge := self clone
        edge from = graph createNode(fromName)
        edge to = graph createNode(toName)
        edge from addOutEdge(edge to)
        edge to addInEdge(edge from)
        graph addEdge(edge)
        edge
    )
)

ControlFlowGraph := Object clone do(
    basicBlocks := nil
    edges := nil
    startBlock := nil

    init := method(
        basicBlocks = SomVector clone
        edges = SomVector clone
        startBlock = nil
    )

    # The block of that name, which may be a new one.
    createNode := method(name,
        node := basicBlocks at(name)
        if(node isNil,
            node = BasicBlock with(name)
            basicBlocks atPut(name, node)
        )
        if(nodeCount == 1, startBlock = node)
        node
    )

    addEdge := method(edge, edges append(edge))

    nodeCount := method(basicBlocks size)
)

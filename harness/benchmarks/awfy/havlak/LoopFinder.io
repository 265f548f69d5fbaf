# Havlak's algorithm: "Nesting of Reducible and Irreducible Loops", ACM TOPLAS 19(4), 1997.

UnionFindNode := Object clone do(
    parent := nil
    basicBlock := nil
    dfsNumber := 0
    simpleLoop := nil

    initNode := method(aBasicBlock, number,
        parent = self
        basicBlock = aBasicBlock
        dfsNumber = number
        simpleLoop = nil
    )

    # The representative of the set that this node is in; shortens the way to it.
    findSet := method(
        passed := SomVector clone
        node := self
        while(node != node parent,
            if(node parent != node parent parent, passed append(node))
            node = node parent
        )
        passed forEach(block(each, each union(parent)))
        node
    )

    union := method(node, parent = node)
)

LoopFinder := Object clone do(
    unvisited := 2147483647
    maxNonBackPredecessors := 32 * 1024

    graph := nil
    loopStructure := nil
    nonBackPredecessors := nil
    backPredecessors := nil
    numbers := nil
    maxSize := 0
    headers := nil
    kinds := nil
    last := nil
    nodes := nil

    with := method(aGraph, aLoopStructure,
        finder := self clone
        finder graph = aGraph
        finder loopStructure = aLoopStructure
        finder nonBackPredecessors = SomVector clone
        finder backPredecessors = SomVector clone
        finder numbers = SomIdentityDictionary clone
        finder
    )

    isAncestor := method(w, v, w <= v and v <= last at(w))

    # Numbers the blocks depth first; the last number given is the answer.
    doDfs := method(currentNode, current,
        nodes at(current) initNode(currentNode, current)
        numbers atPut(currentNode, current)
        lastId := current
        currentNode outEdges forEach(block(target,
            if(numbers at(target) == unvisited, lastId = doDfs(target, lastId + 1))
        ))
        last atPut(current, lastId)
        lastId
    )

    initAllNodes := method(
        graph basicBlocks forEach(block(each, numbers atPut(each, unvisited)))
        doDfs(graph startBlock, 0)
    )

    # Tells back edges, which lead to an ancestor, from the others.
    identifyEdges := method(size,
        for(w, 0, size - 1,
            headers atPut(w, 0)
            kinds atPut(w, "nonheader")
            node := nodes at(w) basicBlock
            if(node isNil, kinds atPut(w, "dead"), processEdges(node, w))
        )
    )

    processEdges := method(node, w,
        if(node predecessorCount > 0,
            node inEdges forEach(block(predecessor,
                v := numbers at(predecessor)
                if(v != unvisited,
                    if(isAncestor(w, v), backPredecessors at(w) append(v), nonBackPredecessors at(w) add(v))
                )
            ))
        )
    )

    findLoops := method(
        if(graph startBlock isNil, return self)
        size := graph nodeCount
        nonBackPredecessors removeAll
        backPredecessors removeAll
        numbers removeAll
        if(size > maxSize,
            headers = SomArray withSize(size)
            kinds = SomArray withSize(size)
            last = SomArray withSize(size)
            nodes = SomArray withSize(size)
            maxSize = size
        )
        size repeat(i,
            nonBackPredecessors append(SomSet clone)
            backPredecessors append(SomVector clone)
            nodes atPut(i, UnionFindNode clone)
        )
        initAllNodes
        identifyEdges(size)
        headers atPut(0, 0)

        for(w, size - 1, 0, -1,
            pool := SomVector clone
            node := nodes at(w) basicBlock
            if(node,
                stepD(w, pool)
                work := SomVector clone
                pool forEach(block(each, work append(each)))
                if(pool size != 0, kinds atPut(w, "reducible"))
                while(work isEmpty not,
                    x := work removeFirst
                    if(nonBackPredecessors at(x dfsNumber) size > maxNonBackPredecessors, return self)
                    stepE(w, pool, work, x)
                )
            )
            if(pool size > 0 or kinds at(w) == "self",
                found := loopStructure createNewLoop(node, kinds at(w) != "irreducible")
                setLoopAttributes(w, pool, found)
            )
        )
    )

    # The sources of back edges to w are within its loop.
    stepD := method(w, pool,
        backPredecessors at(w) forEach(block(v,
            if(v != w, pool append(nodes at(v) findSet), kinds atPut(w, "self"))
        ))
    )

    # So is what leads to them, unless w is no ancestor of it: then the loop is irreducible.
    stepE := method(w, pool, work, x,
        nonBackPredecessors at(x dfsNumber) forEach(block(v,
            y := nodes at(v) findSet
            if(isAncestor(w, y dfsNumber) not,
                kinds atPut(w, "irreducible")
                nonBackPredecessors at(w) add(y dfsNumber)
            ,
                if(y dfsNumber != w and pool hasSome(block(each, each == y)) not,
                    work append(y)
                    pool append(y)
                )
            )
        ))
    )

    setLoopAttributes := method(w, pool, found,
        nodes at(w) simpleLoop = found
        pool forEach(block(node,
            headers atPut(node dfsNumber, w)
            node union(nodes at(w))
            if(node simpleLoop, node simpleLoop setParent(found), found addNode(node basicBlock))
        ))
    )
)

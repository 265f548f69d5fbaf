# The loops that were found, and which of them contain which.

SimpleLoop := Object clone do(
    isReducible := true
    isRoot := false
    parent := nil
    nestingLevel := 0
    depthLevel := 0
    counter := 0
    header := nil
    basicBlocks := nil
    children := nil

    with := method(aBasicBlock, aBoolean,
        simpleLoop := self clone
        simpleLoop isReducible = aBoolean
        simpleLoop basicBlocks = SomIdentitySet clone
        simpleLoop children = SomIdentitySet clone
        if(aBasicBlock, simpleLoop addNode(aBasicBlock))
        simpleLoop header = aBasicBlock
        simpleLoop
    )

    addNode := method(aBasicBlock, basicBlocks add(aBasicBlock))

    addChildLoop := method(child, children add(child))

    setParent := method(aLoop,
        parent = aLoop
        parent addChildLoop(self)
    )

    setNestingLevel := method(level,
        nestingLevel = level
        if(level == 0, isRoot = true)
    )
)

LoopStructureGraph := Object clone do(
    loopCounter := 0
    loops := nil
    root := nil

    init := method(
        loopCounter = 0
        loops = SomVector clone
        root = createNewLoop(nil, true)
        root setNestingLevel(0)
    )

    createNewLoop := method(aBasicBlock, isReducible,
        created := SimpleLoop with(aBasicBlock, isReducible)
        created counter = loopCounter
        loopCounter = loopCounter + 1
        loops append(created)
        created
    )

    calculateNestingLevel := method(
        loops forEach(block(each,
            if(each isRoot not and each parent isNil, each setParent(root))
        ))
        calculateNestingLevelOf(root, 0)
    )

    calculateNestingLevelOf := method(aLoop, depth,
        aLoop depthLevel = depth
        aLoop children forEach(block(child,
            calculateNestingLevelOf(child, depth + 1)
            aLoop setNestingLevel(aLoop nestingLevel max(child nestingLevel + 1))
        ))
    )

    loopCount := method(loops size)
)

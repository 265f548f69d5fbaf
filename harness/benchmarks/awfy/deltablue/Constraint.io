# What all constraints have; what has one variable, and what relates two.

AbstractConstraint := Object clone do(
    strength := nil

    with := method(symbol,
        constraint := self clone
        constraint strength = Strength of(symbol)
        constraint
    )

    isInput := method(false)

    addConstraint := method(planner,
        addToGraph
        planner incrementalAdd(self)
    )

    destroyConstraint := method(planner,
        if(isSatisfied, planner incrementalRemove(self))
        removeFromGraph
    )

    inputsKnown := method(mark,
        inputsHaveOne(block(input, (input mark == mark or input stay or input determinedBy isNil) not)) not
    )

    # Tries to satisfy this constraint; the one that it overrides is the answer.
    satisfy := method(mark, planner,
        chooseMethod(mark)
        if(isSatisfied,
            inputsDo(block(input, input mark = mark))
            variable := output
            overridden := variable determinedBy
            if(overridden, overridden markUnsatisfied)
            variable determinedBy = self
            if(planner addPropagate(self, mark) not, Exception raise("a cycle; the constraint was removed"))
            variable mark = mark
            overridden
        ,
            if(strength sameAs(Strength of(Strength required)), Exception raise("a required constraint cannot be satisfied"))
            nil
        )
    )
)

UnaryConstraint := AbstractConstraint clone do(
    output := nil
    isSatisfied := false

    with := method(variable, symbol, planner,
        constraint := super(with(symbol))
        constraint output = variable
        constraint addConstraint(planner)
        constraint
    )

    addToGraph := method(
        output addConstraint(self)
        isSatisfied = false
    )

    removeFromGraph := method(
        if(output, output removeConstraint(self))
        isSatisfied = false
    )

    chooseMethod := method(mark,
        isSatisfied = output mark != mark and strength stronger(output walkStrength)
    )

    inputsDo := method(aBlock, nil)

    inputsHaveOne := method(aBlock, false)

    markUnsatisfied := method(isSatisfied = false)

    recalculate := method(
        output walkStrength = strength
        output stay = isInput not
        if(output stay, execute)
    )
)

BinaryConstraint := AbstractConstraint clone do(
    v1 := nil
    v2 := nil
    direction := nil

    with := method(variable1, variable2, symbol,
        constraint := super(with(symbol))
        constraint v1 = variable1
        constraint v2 = variable2
        constraint
    )

    isSatisfied := method(direction isNil not)

    addToGraph := method(
        v1 addConstraint(self)
        v2 addConstraint(self)
        direction = nil
    )

    removeFromGraph := method(
        if(v1, v1 removeConstraint(self))
        if(v2, v2 removeConstraint(self))
        direction = nil
    )

    chooseMethod := method(mark,
        if(v1 mark == mark,
            direction = if(v2 mark != mark and strength stronger(v2 walkStrength), "forward", nil)
            return direction
        )
        if(v2 mark == mark,
            direction = if(v1 mark != mark and strength stronger(v1 walkStrength), "backward", nil)
            return direction
        )
        direction = if(v1 walkStrength weaker(v2 walkStrength),
            if(strength stronger(v1 walkStrength), "backward", nil)
        ,
            if(strength stronger(v2 walkStrength), "forward", nil)
        )
    )

    input := method(if(direction == "forward", v1, v2))

    output := method(if(direction == "forward", v2, v1))

    inputsDo := method(aBlock, aBlock call(input))

    inputsHaveOne := method(aBlock, aBlock call(input))

    markUnsatisfied := method(direction = nil)

    recalculate := method(
        from := input
        to := output
        to walkStrength = strength weakest(from walkStrength)
        to stay = from stay
        if(to stay, execute)
    )
)

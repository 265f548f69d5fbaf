# The kinds of constraints.

# Keeps a variable as it is.
StayConstraint := UnaryConstraint clone do(
    execute := method(nil)
)

# Marks a variable that is to be changed from outside.
EditConstraint := UnaryConstraint clone do(
    isInput := method(true)

    execute := method(nil)
)

# Makes two variables equal.
EqualityConstraint := BinaryConstraint clone do(
    with := method(variable1, variable2, symbol, planner,
        constraint := super(with(variable1, variable2, symbol))
        constraint addConstraint(planner)
        constraint
    )

    execute := method(output value = input value)
)

# Relates two variables by v2 = v1 * scale + offset.
ScaleConstraint := BinaryConstraint clone do(
    scale := nil
    offset := nil

    with := method(source, scale, offset, destination, symbol, planner,
        constraint := super(with(source, destination, symbol))
        constraint scale = scale
        constraint offset = offset
        constraint addConstraint(planner)
        constraint
    )

    addToGraph := method(
        super(addToGraph)
        scale addConstraint(self)
        offset addConstraint(self)
    )

    removeFromGraph := method(
        super(removeFromGraph)
        if(scale, scale removeConstraint(self))
        if(offset, offset removeConstraint(self))
    )

    execute := method(
        if(direction == "forward",
            v2 value = v1 value * scale value + offset value
        ,
            v1 value = (v2 value - offset value) / scale value
        )
    )

    inputsDo := method(aBlock,
        aBlock call(input)
        aBlock call(scale)
        aBlock call(offset)
    )

    recalculate := method(
        from := input
        to := output
        to walkStrength = strength weakest(from walkStrength)
        to stay = from stay and scale stay and offset stay
        if(to stay, execute)
    )
)

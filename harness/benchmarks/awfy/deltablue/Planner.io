# A plan is the order in which constraints are to be executed; the planner keeps as many constraints satisfied as it can, the stronger ones first.

Plan := SomVector clone do(
    execute := method(forEach(block(constraint, constraint execute)))
)

Planner := Object clone do(
    currentMark := 1

    newMark := method(
        currentMark = currentMark + 1
        currentMark
    )

    incrementalAdd := method(constraint,
        mark := newMark
        overridden := constraint satisfy(mark, self)
        while(overridden, overridden = overridden satisfy(mark, self))
    )

    incrementalRemove := method(constraint,
        variable := constraint output
        constraint markUnsatisfied
        constraint removeFromGraph
        removePropagateFrom(variable) forEach(block(unsatisfied, incrementalAdd(unsatisfied)))
    )

    extractPlanFromConstraints := method(constraints,
        sources := SomVector clone
        constraints forEach(block(constraint,
            if(constraint isInput and constraint isSatisfied, sources append(constraint))
        ))
        makePlan(sources)
    )

    makePlan := method(sources,
        mark := newMark
        plan := Plan withSize(15)
        todo := sources
        while(todo isEmpty not,
            constraint := todo removeFirst
            variable := constraint output
            if(variable mark != mark and constraint inputsKnown(mark),
                plan append(constraint)
                variable mark = mark
                addConstraintsConsumingTo(variable, todo)
            )
        )
        plan
    )

    propagateFrom := method(variable,
        todo := SomVector clone
        addConstraintsConsumingTo(variable, todo)
        while(todo isEmpty not,
            constraint := todo removeFirst
            constraint execute
            addConstraintsConsumingTo(constraint output, todo)
        )
    )

    addConstraintsConsumingTo := method(variable, collection,
        determining := variable determinedBy
        variable constraints forEach(block(constraint,
            if(constraint isIdenticalTo(determining) not and constraint isSatisfied, collection append(constraint))
        ))
    )

    # Recalculates what follows from a constraint; false when it follows from itself.
    addPropagate := method(constraint, mark,
        todo := SomVector with(constraint)
        while(todo isEmpty not,
            following := todo removeFirst
            if(following output mark == mark,
                incrementalRemove(constraint)
                return false
            )
            following recalculate
            addConstraintsConsumingTo(following output, todo)
        )
        true
    )

    changeVar := method(variable, newValue,
        edit := EditConstraint with(variable, Strength preferred, self)
        plan := extractPlanFromConstraints(SomVector with(edit))
        10 repeat(
            variable value = newValue
            plan execute
        )
        edit destroyConstraint(self)
    )

    constraintsConsuming := method(variable, aBlock,
        determining := variable determinedBy
        variable constraints forEach(block(constraint,
            if(constraint isIdenticalTo(determining) not and constraint isSatisfied, aBlock call(constraint))
        ))
    )

    # What is no longer satisfied when nothing determines a variable any more, the strongest first.
    removePropagateFrom := method(variable,
        unsatisfied := SomVector clone
        variable determinedBy = nil
        variable walkStrength = Strength of(Strength absoluteWeakest)
        variable stay = true
        todo := SomVector with(variable)
        while(todo isEmpty not,
            following := todo removeFirst
            following constraints forEach(block(constraint,
                if(constraint isSatisfied not, unsatisfied append(constraint))
            ))
            constraintsConsuming(following, block(constraint,
                constraint recalculate
                todo append(constraint output)
            ))
        )
        unsatisfied sort(block(a, b, a strength stronger(b strength)))
    )
)

# The DeltaBlue constraint solver, on a chain of equalities and on pairs of variables that are scaled and offset. It checks each value it plans for; the result says that all were right.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io som/Vector.io som/Dictionary.io deltablue/Strength.io deltablue/Variable.io deltablue/Constraint.io deltablue/Constraints.io deltablue/Planner.io
# expect: true

benchmark := SomBenchmark clone do(
    size := 20

    turn := method(
        chainTest(size)
        projectionTest(size)
        true
    )

    # A chain of equality constraints with a stay constraint at its end. Editing the first variable must reach the last one.
    chainTest := method(n,
        planner := Planner clone
        variables := SomArray withSize(n + 1)
        variables size repeat(i, variables atPut(i, Variable clone))
        n repeat(i,
            EqualityConstraint with(variables at(i), variables at(i + 1), Strength required, planner)
        )
        first := variables at(0)
        last := variables at(n)
        StayConstraint with(last, Strength strongDefault, planner)
        edit := EditConstraint with(first, Strength preferred, planner)
        plan := planner extractPlanFromConstraints(SomVector with(edit))
        for(i, 1, 100,
            first value = i
            plan execute
            if(last value != i, Exception raise("the chain's end is " .. last value .. " and not " .. i))
        )
        edit destroyConstraint(planner)
    )

    # Two sets of variables, each pair related by the same scale and offset. Either side, then the scale, then the offset is changed.
    projectionTest := method(n,
        planner := Planner clone
        destinations := SomVector clone
        scale := Variable withValue(10)
        offset := Variable withValue(1000)
        source := nil
        destination := nil
        for(i, 1, n,
            source = Variable withValue(i)
            destination = Variable withValue(i)
            destinations append(destination)
            StayConstraint with(source, Strength default, planner)
            ScaleConstraint with(source, scale, offset, destination, Strength required, planner)
        )

        planner changeVar(source, 17)
        if(destination value != 1170, Exception raise("the destination is " .. destination value .. " and not 1170"))
        planner changeVar(destination, 1050)
        if(source value != 5, Exception raise("the source is " .. source value .. " and not 5"))
        planner changeVar(scale, 5)
        checkDestinations(destinations, n - 1, 5, 1000)
        planner changeVar(offset, 2000)
        checkDestinations(destinations, n - 1, 5, 2000)
    )

    checkDestinations := method(destinations, count, scale, offset,
        count repeat(i,
            expected := (i + 1) * scale + offset
            if(destinations at(i) value != expected,
                Exception raise("destination " .. i .. " is " .. destinations at(i) value .. " and not " .. expected)
            )
        )
    )
)

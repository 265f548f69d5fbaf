# A variable, the constraints on it, and which one determines its value.

Variable := Object clone do(
    value := 0
    constraints := nil
    determinedBy := nil
    walkStrength := Strength of(Strength absoluteWeakest)
    stay := true
    mark := 0

    init := method(constraints = SomVector withSize(2))

    withValue := method(aValue,
        variable := self clone
        variable value = aValue
        variable
    )

    addConstraint := method(constraint, constraints append(constraint))

    removeConstraint := method(constraint,
        constraints remove(constraint)
        if(determinedBy == constraint, determinedBy = nil)
    )
)

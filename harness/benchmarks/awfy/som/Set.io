# Sets over a vector: looking for an element compares with each one.

SomSet := Object clone do(
    items := nil

    init := method(items = SomVector withSize(10))

    size := method(items size)

    forEach := method(aBlock, items forEach(aBlock))

    hasSome := method(aBlock, items hasSome(aBlock))

    getOne := method(aBlock, items getOne(aBlock))

    add := method(object,
        if(contains(object) not, items append(object))
        self
    )

    collect := method(aBlock,
        collected := SomVector clone
        forEach(block(element, collected append(aBlock call(element))))
        collected
    )

    contains := method(object, hasSome(block(element, element == object)))
)

SomIdentitySet := SomSet clone do(
    contains := method(object, hasSome(block(element, element isIdenticalTo(object))))
)

# Arrays of fixed size. They are lists of which the suite uses nothing but at, atPut, size and foreach.

SomArray := Object clone do(
    # An array of nils.
    withSize := method(size, List clone setSize(size))

    # An array of one value.
    filled := method(size, value,
        array := withSize(size)
        size repeat(i, array atPut(i, value))
        array
    )

    # The elements of an array and as many nils behind them as make up the size.
    enlarged := method(array, size,
        larger := withSize(size)
        array foreach(i, element, larger atPut(i, element))
        larger
    )
)

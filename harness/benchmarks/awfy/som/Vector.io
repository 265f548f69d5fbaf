# A growing vector over an array of fixed size. It is also a queue: removeFirst only moves the first index.

SomVector := Object clone do(
    initialSize := 10

    storage := nil
    firstIndex := 0
    lastIndex := 0

    withSize := method(size,
        vector := self clone
        if(size > 0, vector storage = SomArray withSize(size))
        vector
    )

    with := method(element, withSize(1) append(element))

    at := method(index,
        if(storage isNil or index >= storage size, nil, storage at(index))
    )

    atPut := method(index, value,
        if(storage isNil,
            storage = SomArray withSize((index + 1) max(initialSize))
        ,
            if(index >= storage size,
                newSize := storage size
                while(newSize <= index, newSize = newSize * 2)
                storage = SomArray enlarged(storage, newSize)
            )
        )
        storage atPut(index, value)
        if(lastIndex <= index, lastIndex = index + 1)
        self
    )

    append := method(element,
        if(storage isNil,
            storage = SomArray withSize(initialSize)
        ,
            if(lastIndex >= storage size, storage = SomArray enlarged(storage, storage size * 2))
        )
        storage atPut(lastIndex, element)
        lastIndex = lastIndex + 1
        self
    )

    isEmpty := method(lastIndex == firstIndex)

    size := method(lastIndex - firstIndex)

    capacity := method(if(storage isNil, 0, storage size))

    forEach := method(aBlock,
        for(i, firstIndex, lastIndex - 1,
            element := storage at(i)
            aBlock call(element)
        )
        self
    )

    hasSome := method(aBlock,
        for(i, firstIndex, lastIndex - 1,
            element := storage at(i)
            if(aBlock call(element), return true)
        )
        false
    )

    getOne := method(aBlock,
        for(i, firstIndex, lastIndex - 1,
            element := storage at(i)
            if(aBlock call(element), return element)
        )
        nil
    )

    removeFirst := method(
        if(isEmpty, return nil)
        firstIndex = firstIndex + 1
        storage at(firstIndex - 1)
    )

    remove := method(object,
        if(storage isNil or isEmpty, return false)
        newStorage := SomArray withSize(capacity)
        newLast := 0
        found := false
        forEach(block(element,
            if(element isIdenticalTo(object),
                found = true
            ,
                newStorage atPut(newLast, element)
                newLast = newLast + 1
            )
        ))
        storage = newStorage
        firstIndex = 0
        lastIndex = newLast
        found
    )

    removeAll := method(
        firstIndex = 0
        lastIndex = 0
        if(storage, storage = SomArray withSize(storage size))
        self
    )

    # Sorts by a block that tells whether its first argument comes before its second one.
    sort := method(isBefore,
        if(size > 0, sortRange(firstIndex, lastIndex - 1, isBefore))
        self
    )

    # A quicksort whose pivot is the median of the first, the middle and the last element.
    sortRange := method(first, last, isBefore,
        count := last + 1 - first
        if(count <= 1, return self)
        if(isBefore call(storage at(first), storage at(last)) not, swap(first, last))
        if(count == 2, return self)

        middle := ((first + last) / 2) floor
        if(isBefore call(storage at(first), storage at(middle)),
            if(isBefore call(storage at(middle), storage at(last)) not, swap(middle, last))
        ,
            swap(first, middle)
        )
        if(count == 3, return self)

        pivot := storage at(middle)
        low := first
        high := last - 1
        while(
            while(low <= high and isBefore call(pivot, storage at(high)), high = high - 1)
            low = low + 1
            while(low <= high and isBefore call(storage at(low), pivot), low = low + 1)
            low <= high
        ,
            swap(low, high)
        )
        sortRange(first, high, isBefore)
        sortRange(low, last, isBefore)
    )

    swap := method(i, j,
        element := storage at(i)
        storage atPut(i, storage at(j))
        storage atPut(j, element)
    )
)

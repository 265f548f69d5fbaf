# Sorts 2000 numbers in the ways programs do: built in, by a block, by a key, and with a quicksort of its own.
# unit: ns
# default: no
# expect: true true true true

benchmark := Object clone do(
    size := 2000

    setup := method(
        seed := 42
        self numbers := list()
        size repeat(
            seed = (seed * 3877 + 29573) % 139968
            numbers append(seed)
        )
    )

    run := method(n,
        n repeat(
            answer := list(
                isAscending(numbers sort),
                isAscending(numbers sortBy(block(a, b, a < b))),
                isAscending(numbers sortByKey(x, 0 - x) reverse),
                isAscending(quicksort(numbers clone, 0, size - 1))
            ) join(" ")
        )
        answer
    )

    quicksort := method(items, from, to,
        if(from >= to, return items)
        pivot := items at(((from + to) / 2) floor)
        left := from
        right := to
        while(left <= right,
            while(items at(left) < pivot, left = left + 1)
            while(items at(right) > pivot, right = right - 1)
            if(left <= right,
                items swapIndices(left, right)
                left = left + 1
                right = right - 1
            )
        )
        quicksort(items, from, right)
        quicksort(items, left, to)
    )

    isAscending := method(items,
        last := items first
        items foreach(item,
            if(item < last, return false)
            last = item
        )
        items size == size
    )
)

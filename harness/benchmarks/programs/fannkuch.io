# Reverses the front of every permutation of seven numbers until its first is the smallest: list access by index, short loops.
# After the benchmark fannkuch-redux in the Computer Language Benchmarks Game; checksum and greatest count of flips are the ones it publishes.
# unit: ns
# default: no
# expect: 228 16

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        n repeat(answer := fannkuch(7))
        answer
    )

    fannkuch := method(size,
        start := list()
        size repeat(i, start append(i))
        counts := start clone
        checksum := 0
        mostFlips := 0
        isEven := true
        unset := size
        loop(
            while(unset != 1,
                counts atPut(unset - 1, unset)
                unset = unset - 1
            )
            flips := flipsOf(start clone)
            mostFlips = mostFlips max(flips)
            checksum = if(isEven, checksum + flips, checksum - flips)
            isEven = isEven not
            loop(
                if(unset == size, return checksum asString .. " " .. mostFlips)
                start atInsert(unset, start removeFirst)
                counts atPut(unset, counts at(unset) - 1)
                if(counts at(unset) > 0, break)
                unset = unset + 1
            )
        )
    )

    flipsOf := method(permutation,
        flips := 0
        while((last := permutation first) != 0,
            first := 0
            while(first < last,
                permutation swapIndices(first, last)
                first = first + 1
                last = last - 1
            )
            flips = flips + 1
        )
        flips
    )
)

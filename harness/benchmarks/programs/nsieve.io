# The sieve of Eratosthenes over lists of three sizes: list access by index in nested loops.
# After the benchmark of that name in the Computer Language Benchmarks Game.
# unit: ns
# default: no
# expect: 2262 1229 669

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        n repeat(answer := list(20000, 10000, 5000) map(limit, primesUpTo(limit)) join(" "))
        answer
    )

    primesUpTo := method(limit,
        isPrime := list()
        (limit + 1) repeat(isPrime append(true))
        count := 0
        for(i, 2, limit,
            if(isPrime at(i),
                for(multiple, i + i, limit, i, isPrime atPut(multiple, false))
                count = count + 1
            )
        )
        count
    )
)

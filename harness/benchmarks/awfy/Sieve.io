# Counts the primes below 5000 with the sieve of Eratosthenes.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io
# expect: 669

benchmark := SomBenchmark clone do(
    turn := method(sieve(SomArray filled(5000, true), 5000))

    sieve := method(flags, size,
        primes := 0
        for(i, 2, size,
            if(flags at(i - 1),
                primes = primes + 1
                multiple := i + i
                while(multiple <= size,
                    flags atPut(multiple - 1, false)
                    multiple = multiple + i
                )
            )
        )
        primes
    )
)

# What all benchmarks of the suite have: n turns, each of which has to give the same result. What that is, the header of the benchmark's file states.

SomBenchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        result := self turn
        (n - 1) repeat(
            other := self turn
            if(other != result, return "a turn answered " .. result .. ", a later one " .. other)
        )
        result
    )
)

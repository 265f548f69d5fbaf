# The suite's own source of random numbers: 16 bits, the same ones every time.

SomRandom := Object clone do(
    seed := 74755

    next := method(
        seed = (seed * 1309 + 13849) & 65535
        seed
    )
)

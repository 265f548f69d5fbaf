# Adds up a column of numbers: a text is split into lines, each line is read as a number.
# After the benchmark of that name in the Computer Language Benchmarks Game; the text is in memory, so that no file is timed.
# unit: ns
# default: no
# expect: -141448

benchmark := Object clone do(
    lines := 50000

    setup := method(
        seed := 42
        self column := Sequence clone
        lines repeat(
            seed = (seed * 3877 + 29573) % 139968
            column appendSeq((seed % 2000) - 999, "\n")
        )
    )

    run := method(n,
        n repeat(answer := sum)
        answer
    )

    sum := method(
        total := 0
        column split("\n") foreach(line, total = total + line asNumber)
        total
    )
)

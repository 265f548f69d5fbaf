# Multiplies 1024 floats by 1024 others, in place; one floating-point operation each.
# unit: Gflops
# operations: 1024
# expect: true
# geomean: no

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        v1 := Vector clone setSize(1024) rangeFill
        v2 := Vector clone setSize(1024) rangeFill
        n repeat(v1 *= v2)
        v1 at(1) == 1 and v1 at(2) min(1e30) == (2 ** (n + 1)) min(1e30)
    )
)

# Decimal literals: fractions, exponents, a leading point.
list(42, 1.5, .5, 0.25, 007) println
list(1e3, 1E3, 1e+3, 1.5e-3, .5e1, 2e0) println
1e400 println
(1.5 + .25) println
1000000 println
123456789012 println

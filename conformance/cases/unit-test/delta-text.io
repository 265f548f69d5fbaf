# divergence: the reference shows the text's placeholders instead of the numbers
# What assertEqualsWithinDelta says.
try(UnitTest clone assertEqualsWithinDelta(1, 2, 0.5)) error println

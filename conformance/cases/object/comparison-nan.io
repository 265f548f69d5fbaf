# Not-a-number is unequal to itself.
# divergence: the reference compares the object with itself first
nan := 0 / 0
list(nan == nan, nan != nan) println

# divergence: the reference makes characters of integer items
# asList of a vector of integers is a list of numbers, too.
v := Sequence clone setItemType("uint8") setEncoding("number") append(97, 2)
v asList println
v asList map(type) println

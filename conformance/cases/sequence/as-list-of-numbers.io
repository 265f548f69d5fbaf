# asList of a vector is a list of numbers.
v := Sequence clone setItemType("float32") setEncoding("number")
v append(-0.5, 0, 2)
v asList println
v asList map(type) println
vector(1, 2) asList == list(1, 2)
"ab" asList println

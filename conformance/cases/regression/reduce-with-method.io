# divergence: a method that an operation answers is not called when it is read
# The wasm guest gave `reduce` and `reverseReduce` messages with a nameless argument: a method made by one showed it.
list(1, 2, 3) reverseReduce(method(1)) println
list(1, 2, 3) reduce(method(x, x)) println
Number foo := method(x, call sender type println; self + x)
list(1, 2, 3) reduce(foo) println
list(1, 2, 3) reverseReduce(-, 10) println

# first and last ignore arguments.
list(1, 2, 3) first(2) println
list(1, 2, 3) last(2) println

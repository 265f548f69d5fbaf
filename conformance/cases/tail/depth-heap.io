# Recursion is bounded by the heap, not by a host's stack.
# divergence: the reference stops at 10000 frames
deep := method(n, if(n == 0, 0, 1 + deep(n - 1)))
deep(100000) println
b := block(n, if(n == 0, 0, 1 + b call(n - 1)))
b call(50000) println
nested := method(n, if(n == 0, list(), list(1) map(x, nested(n - 1)) first))
nested(20000) println

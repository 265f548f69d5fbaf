# Recursion without tail position goes a few thousand levels deep everywhere.
deep := method(n, if(n == 0, 0, 1 + deep(n - 1)))
deep(1000) println
deep(3000) println
deep(1000) println

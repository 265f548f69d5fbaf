# Every coroutine has its own depth; a switch costs the same at any depth.
deep := method(n, if(n == 0, yield; 0, 1 + deep(n - 1)))
coroDoLater(deep(1000) println)
coroDoLater(deep(2000) println)
deep(3000) println
yield
yield
yield
Coroutine currentCoroutine isCurrent println

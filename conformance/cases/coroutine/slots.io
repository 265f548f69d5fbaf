# What a coroutine tells of itself.
c := Coroutine currentCoroutine
c type println
c isCurrent println
c isFinished println
d := coroFor(p := Coroutine currentCoroutine parentCoroutine; (p == c) println)
d isCurrent println
d isFinished println
d resume
d isFinished println
Coroutine implementation println
(currentCoro == c) println

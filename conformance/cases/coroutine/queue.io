# yieldingCoros is the run queue; isYielding looks into it.
c := coroDoLater(write("ran "))
writeln(c isYielding, Coroutine yieldingCoros size, Scheduler yieldingCoros size)
Coroutine currentCoroutine yield
writeln(c isYielding, c isFinished)

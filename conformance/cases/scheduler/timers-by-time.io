# addTimerAt and addTimer park a coroutine, removeTimerFor forgets it.
c := Coroutine currentCoroutine
Scheduler addTimerAt(Date clone now asNumber + 100, c)
Scheduler addTimer(100, c)
writeln(Scheduler timers size)
Scheduler removeTimerFor(c)
writeln(Scheduler timers size, " ", Scheduler currentCoroutine == c, " ", Scheduler type)

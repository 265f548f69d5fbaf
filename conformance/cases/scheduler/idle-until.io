# idleUntilNextTimer lets the time pass and wakes whoever it was for.
c := Coroutine currentCoroutine
Scheduler addTimer(0.01, c)
Scheduler idleUntilNextTimer
Scheduler wakeExpiredTimers
writeln(Scheduler timers size, Scheduler yieldingCoros size)

# Timers are pairs of deadline and coroutine, soonest first.
Scheduler timers size println
a := coroDoLater(wait(10); "never" println)
b := coroDoLater(wait(0.01); "b" println)
yield
Scheduler timers size println
(Scheduler timers first at(1) == b) println
Scheduler removeTimerFor(a)
Scheduler timers size println
wait(0.1)
Scheduler timers size println
c := coroFor("by a timer" println)
Scheduler addTimer(0.01, c)
wait(0.05)
c isFinished println

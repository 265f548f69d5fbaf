# wait lets others run and goes on after its deadline.
coroDoLater(wait(0.05); writeln("second"))
coroDoLater(wait(0.02); writeln("first"))
coroDoLater(wait(0.08); writeln("third"))
wait(0.2)
writeln("main")
start := Date now asNumber
wait(0.05)
((Date now asNumber - start) >= 0.049) println
(wait(0) == Lobby) println
wait(-1)
"end" println

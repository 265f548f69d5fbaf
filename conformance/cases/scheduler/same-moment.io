# Of coroutines that wait for the same moment the first to wait is the first to go on.
nap := method(name, writeln(name, " waits"); wait(0.05); writeln(name, " goes on"))
coroDoLater(nap("a"))
coroDoLater(nap("b"))
coroDoLater(nap("c"))
wait(0.3)
"end" println

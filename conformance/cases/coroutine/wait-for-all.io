# waitForCorosToComplete runs the others until all are done.
# divergence: the reference never returns once main itself is in the queue
coroDoLater(3 repeat(i, writeln("a", i); yield))
coroDoLater(wait(0.01); writeln("waited"))
coroDoLater(coroDoLater(writeln("child")); writeln("parent"))
Scheduler waitForCorosToComplete
writeln("all done")
Scheduler waitForCorosToComplete
writeln("nothing to do")

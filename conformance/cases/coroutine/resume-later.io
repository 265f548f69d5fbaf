# resumeLater puts a coroutine at the front of the queue, wherever it was.
first := coroDoLater(writeln("first"); yield; writeln("first again"))
second := coroDoLater(writeln("second"))
third := coroDoLater(writeln("third"))
Scheduler yieldingCoros size println
first resumeLater
Scheduler yieldingCoros size println
first isYielding println
yield
writeln("main")
yield
yield
yield
yield
Scheduler yieldingCoros size println

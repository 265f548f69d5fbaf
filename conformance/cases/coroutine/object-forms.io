# coroDo starts at once, coroDoLater queues, coroFor and coroWith wait.
coroDo(writeln("now"))
coroDoLater(writeln("later"))
c := coroFor(writeln("never"))
writeln("main")
yield
d := 5 coroWith(writeln(self type))
writeln(c type, d type, currentCoro == Coroutine currentCoroutine)

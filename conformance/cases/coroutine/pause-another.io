# pause of a coroutine that is not running takes it out of the queue.
c := coroDoLater(writeln("never"))
writeln(Coroutine yieldingCoros size)
c pause
writeln(Coroutine yieldingCoros size)
yield
writeln("end")

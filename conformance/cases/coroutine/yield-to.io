# yieldCurrentAndResumeSelf switches to its receiver and queues the current coroutine.
# divergence: the current coroutine is not queued
c := coroFor(write("a "); yield; write("b "))
c yieldCurrentAndResumeSelf
writeln("main")
yield
writeln("end")

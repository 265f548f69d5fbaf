# actorRun makes the queue and the coroutine of an actor.
o := Object clone
o actorRun
writeln(o actorQueue, " ", o actorCoroutine type)

# A coroutine's target, locals and message can be set before it runs.
c := Coroutine clone
c setRunTarget(Lobby) setRunLocals(Lobby) setRunMessage(message(writeln("ran"); 7))
writeln(c runTarget == Lobby, c runLocals == Lobby, c runMessage type)
c resume
writeln(c result, c isFinished)

# A future's fields and their setters.
f := Future clone
writeln(f runTarget, f runMessage, f waitingCoros, " ", f type, f setRunTarget(5) runTarget, f setRunMessage(6) runMessage, f setWaitingCoros(list) waitingCoros)

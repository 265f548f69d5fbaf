# resume switches, also from coroutine to coroutine; the end of one goes back to its starter.
c := coroFor(writeln("c1"); "val")
d := coroFor(writeln("d1"); c resume; writeln("d2"))
d resume
writeln("m ", c result)
e := coroFor(for(i, 1, 3, writeln("e", i); main resume))
main := Coroutine currentCoroutine
e resume
writeln("between")
e resume
writeln("between")
e resume
writeln("end ", e isFinished)

# pauseCurrentAndResumeSelf switches to its receiver without queueing the current coroutine.
m := Coroutine currentCoroutine
d := coroFor(write("c "); m resumeLater; write("d "))
d pauseCurrentAndResumeSelf
writeln("main")

# resumeParentCoroutine switches to whoever started the coroutine.
c := coroFor(write("a "); Coroutine currentCoroutine resumeParentCoroutine; write("b "))
c resume
writeln("main")
c resume
writeln("end")

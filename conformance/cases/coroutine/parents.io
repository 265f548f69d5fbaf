# The parent can be set.
c := coroFor(1)
c setParentCoroutine(Coroutine currentCoroutine)
writeln(c parentCoroutine == Coroutine currentCoroutine)

# run starts a coroutine and answers when control comes back.
c := coroFor(writeln("in c"); 5)
c run
writeln(c result, " ", c isFinished, " ", c isCurrent, " ", Coroutine currentCoroutine isCurrent)

# divergence: in the reference it stays the last coroutine that ran, though it has ended
# recentInChain of a coroutine that has ended is nil, of one whose try has ended itself.
worker := coroFor(
    try(Lobby inner := Coroutine currentCoroutine; 1)
    writeln(worker recentInChain isIdenticalTo(worker))
)
worker resume
worker recentInChain println
inner recentInChain println

# main is the coroutine that scripts run on; inException is false outside of exceptions.
# divergence: main fails in an inner message
writeln(Coroutine main type, " ", Coroutine main isCurrent)
writeln(Coroutine currentCoroutine inException, " ", Coroutine inException)

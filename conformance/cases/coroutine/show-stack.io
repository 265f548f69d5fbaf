# showStack of a coroutine without an exception says that there is nothing.
# divergence: it shows its own calls, and answers nil
writeln(coroFor(1) showStack type)

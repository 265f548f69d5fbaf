# An open bracket that is never closed: nothing of the program runs.
writeln("never")
writeln((1 + 2)

# When the script ends, what is queued never runs.
coroDoLater(writeln("never"))
coroDoLater(wait(1); writeln("never"))
writeln("end")

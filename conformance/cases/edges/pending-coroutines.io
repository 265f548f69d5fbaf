# The end of the script ends coroutines that wait.
coroDoLater(writeln("never"))
writeln("end")

# pause hands over to the queue until somebody resumes.
m := Coroutine currentCoroutine
coroDoLater(writeln("working"); m resumeLater)
pause
writeln("back")

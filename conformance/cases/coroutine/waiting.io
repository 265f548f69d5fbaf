# wait lets others run and answers when its time has come.
coroDoLater(writeln("other"))
wait(0.01)
writeln("waited")

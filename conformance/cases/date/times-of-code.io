# secondsToRun and cpuSecondsToRun evaluate their argument and answer a number.
x := 0
writeln(Date secondsToRun(x = x + 1) type, " ", x, " ", Date cpuSecondsToRun(x = x + 1) type, " ", x)
writeln(Date secondsToRun(nil) >= 0)

# The clock: now answers the receiver, today is the beginning of the day, measuring runs code.
d := Date clone fromNumber(5)
writeln(d now == d, " ", d asNumber > 5)
writeln(Date today hour, " ", Date today minute, " ", Date today second)
x := 0; t := Date secondsToRun(x = 1); writeln(x, " ", t < 10)
t = Date cpuSecondsToRun(x = 2); writeln(x, " ", t < 10)
writeln(Date clock < 1000)
writeln(Date clone fromNumber(5) isToday, " ", Date clone fromNumber(5) today year > 2000)
writeln(Date clone now isToday, " ", Date clone fromNumber(0) isDaylightSavingsTime)

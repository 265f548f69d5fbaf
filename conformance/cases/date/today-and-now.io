# A clone that was set to now is today and not in the past of long ago.
d := Date clone now
writeln(d type, " ", d isToday, " ", Date clone fromNumber(0) isToday, " ", Date clone fromNumber(0) isPast)
writeln(d secondsSinceNow < 5, " ", Date clone fromNumber(0) secondsSinceNow > 1000)
writeln(Date today type, " ", Date clock type)

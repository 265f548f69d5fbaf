# Every part of a duration can be set.
d := Duration clone fromNumber(0)
writeln(d setDays(1) setHours(2) setMinutes(3) setSeconds(4) asNumber)
writeln(d days, " ", d hours, " ", d minutes, " ", d seconds, " ", d years)
writeln(d setYears(1) years, " ", d totalSeconds)
writeln(try(d setDays("a")) error)

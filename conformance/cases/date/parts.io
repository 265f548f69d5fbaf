# A date's parts in UTC, and setting them; a day past the month's end goes on into the next month.
d := Date clone fromNumber(1000000000.5)
writeln(d year, " ", d month, " ", d day, " ", d hour, " ", d minute, " ", d second, " ", d asNumber)
d setYear(2020) setMonth(2) setDay(29) setHour(5) setMinute(6)
writeln(d asString, " ", d asNumber)
writeln(d setSecond(7.5) asString, " ", d second)
writeln(try(d setDay(30)) error, " ", d setMonth(1) setDay(31) asString, " ", d setMonth(2) asString)
writeln(Date clone fromNumber(-1.5) second, " ", Date clone fromNumber(-1) asString)
writeln(d setYear(2001.7) year)

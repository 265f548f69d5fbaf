# Every part can be set on its own.
d := Date clone fromNumber(0)
d setYear(2020) setMonth(2) setDay(29) setHour(13) setMinute(14) setSecond(15)
writeln(d year, " ", d month, " ", d day, " ", d hour, " ", d minute, " ", d second)
d asString println

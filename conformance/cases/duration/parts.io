# A duration's parts, setting them, and its text.
d := Duration clone fromNumber(1e9 + 0.5)
writeln(d years, " ", d days, " ", d hours, " ", d minutes, " ", d seconds, " ", d totalSeconds, " ", d asNumber)
writeln(Duration clone fromNumber(90061) asString, "|", Duration clone fromNumber(-90061) asString, "|", Duration clone fromNumber(-5) asString)
writeln(Duration clone fromNumber(3661) asString("%H:%M:%S"), " ", Duration clone fromNumber(3661) asString("%y|%Y|%d|%H|%M|%S|%s|%%|%q|x%"))
writeln(Duration clone setYears(1) asNumber, " ", Duration clone setDays(1) asNumber, " ", Duration clone setHours(1) asNumber, " ", Duration clone setMinutes(1) asNumber, " ", Duration clone setSeconds(1.5) asNumber)
writeln(Duration clone fromNumber(90061) setDays(5) asNumber, " ", Duration clone fromNumber(90061) setHours(30) asString)
writeln(Duration clone fromNumber(90061.5) setSeconds(3) asString, " ", Duration clone setDays(1.5) asNumber, " ", Duration clone setYears(1) setDays(400) asString)
writeln(Duration type, " ", Duration asNumber, " ", d clone asNumber)
Duration clone fromNumber(5) print; writeln
writeln(Duration clone fromNumber(59.9999999) asString)

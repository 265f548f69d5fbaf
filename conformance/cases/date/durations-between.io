# The difference of dates is a duration; adding one moves a date.
a := Date clone fromNumber(100)
b := Date clone fromNumber(3800)
writeln((b - a) type, " ", (b - a) totalSeconds, " ", (a + Duration clone fromNumber(60)) asNumber, " ", (b - Duration clone fromNumber(60)) asNumber)
writeln(b secondsSince(a), " ", a secondsSince(b), " ", a asNumber)
a += Duration clone fromNumber(5)
writeln(a asNumber)
a -= Duration clone fromNumber(10)
writeln(a asNumber)

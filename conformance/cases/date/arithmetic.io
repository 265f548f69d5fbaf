# Dates and durations add up; dates compare by time.
a := Date clone fromNumber(10); b := Date clone fromNumber(5); s := Duration clone fromNumber(5)
writeln((a - b) asNumber, " ", (a - b) type, " ", (a - s) asNumber, " ", (a + s) asNumber, " ", (a + s) type, " ", a asNumber)
writeln((a += s) asNumber, " ", (a -= s) asNumber, " ", (a - 5))
writeln(b secondsSince(a), " ", a secondsSince(b), " ", a compare(b))
writeln(a > b, " ", a == (b + s), " ", a == 10, " ", a != b)
writeln(b copy(a) asNumber, " ", b clone asNumber)
writeln(Date type, " ", a type, " ", a isPast, " ", Date clone fromNumber(1e12) isPast)
writeln(a secondsSinceNow > 1e9)

# Conversions to UTC leave the time alone.
d := Date clone fromNumber(1000)
writeln(d convertToUTC asNumber, " ", d clone setToUTC asNumber, " ", d asString)

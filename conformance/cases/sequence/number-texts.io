# asNumber reads the number a text begins with.
writeln("12abc" asNumber, " ", " 12 " asNumber, " ", "0x1F" asNumber, " ", "-1.5e3" asNumber, " ", "1.5.5" asNumber)
writeln("abc" asNumber isNan, " ", "" asNumber isNan, " ", "inf" asNumber, " ", "-" asNumber isNan)

# divergence: daylight saving is never on in UTC; the reference's isDST says it is.
writeln(Date clone fromNumber(0) isDST, " ", Date clone isDaylightSavingsTime)

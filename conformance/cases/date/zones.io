# The zone and its offset, in the process time zone UTC.
d := Date clone fromNumber(0)
writeln(d zone, " ", d gmtOffset, " ", d gmtOffsetSeconds, " ", d asAtomDate)

# copy takes over another date; a clone is its own.
a := Date clone fromNumber(100)
b := Date clone copy(a)
b setYear(2000)
writeln(a year, " ", b year, " ", a clone asNumber)

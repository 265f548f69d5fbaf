# + and - make new durations, += and -= change the receiver.
a := Duration clone fromNumber(100)
b := Duration clone fromNumber(30)
writeln((a + b) asNumber, " ", (a - b) asNumber, " ", a asNumber)
a += b
writeln(a asNumber)
a -= b
writeln(a asNumber)

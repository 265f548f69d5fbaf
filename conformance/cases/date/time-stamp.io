# divergence: timeStampString tells the receiver's time; the reference tells the present.
writeln(Date clone fromNumber(5) timeStampString)

# The limits of the reference's C types, and the constants.
writeln(1 floatMax, " ", 1 floatMin, " ", 1 integerMax, " ", 1 integerMin, " ", 1 longMax, " ", 1 longMin)
writeln(1 shortMax, " ", 1 shortMin, " ", 1 unsignedIntMax, " ", 1 unsignedLongMax)
writeln(Number constants pi, " ", Number constants e, " ", 1 constants inf)

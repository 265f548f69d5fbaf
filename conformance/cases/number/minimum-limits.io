# Limits of C types as numbers.
writeln(Number integerMax, " ", Number integerMin, " ", Number longMax, " ", Number longMin)
writeln(Number shortMax, " ", Number shortMin, " ", Number unsignedIntMax, " ", Number unsignedLongMax)
writeln(Number floatMin, " ", Number floatMax)

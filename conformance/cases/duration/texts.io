# asString takes %Y %y %d %H %M %S.
d := Duration clone fromNumber(90061.5)
writeln(d asString, " | ", d asString("%d %H:%M:%S"), " | ", d asString("%y"), " | ", d asString("none"))
d print
writeln
writeln(Duration clone fromNumber(0) asString)

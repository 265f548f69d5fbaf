# asString takes strftime directives; format is the default.
d := Date clone fromNumber(1000000000)
writeln(d asString("%Y/%m/%d %H-%M-%S"), " ", d asString("%y %j %a %b"), " ", d asString("%%"), " [", d asString(""), "]")
writeln(Date format, " ", d asString)
d print
writeln

# fromNumber and asNumber count seconds from 1970.
d := Date clone fromNumber(86400.5)
writeln(d asNumber, " ", d asString, " ", d day)
writeln(Date clone fromNumber(951782400) asString("%Y-%m-%d"))
writeln(try(Date clone fromNumber("a")) error)

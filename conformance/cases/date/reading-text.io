# fromString reads with a format.
d := Date clone fromString("2001-09-09 01:46:40", "%Y-%m-%d %H:%M:%S")
writeln(d asNumber, " ", d year, " ", d month, " ", d day, " ", d hour, " ", d minute, " ", d second)
writeln(try(Date clone fromString("2001")) error)

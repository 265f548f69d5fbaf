# asNumber answers the number itself, asSimpleString its text.
writeln(5 asNumber, " ", 1.5 asNumber, " ", 5 asSimpleString, " ", 1.5 asSimpleString)
writeln(5 asString type, " ", 5 asSimpleString type)

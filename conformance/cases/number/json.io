# asJson of a number is its text.
writeln(1 asJson, " ", 1.5 asJson, " ", (-3) asJson, " ", 1e20 asJson)

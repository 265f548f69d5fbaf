# The JSON text of a number can be changed, as its other text can; others cannot.
writeln(1 asJson isMutable, " ", "a" asJson isMutable, " ", list(1) asJson isMutable, " ", Map clone asJson isMutable, " ", nil asJson isMutable)
text := 12 asJson
text appendSeq("!") println
12 asJson println

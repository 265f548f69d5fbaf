# asJson has no blanks and asks the items.
writeln(list(1, nil, true, false, 1.5) asJson, list() asJson, list(list(), list(2)) asJson)
writeln(list(Object clone do(asJson := "{}")) asJson)

# asJson of nested lists and maps.
writeln(list(1, "a", nil, true, list, list(list(2)), Map with("k", list(1))) asJson)
writeln(list asJson)

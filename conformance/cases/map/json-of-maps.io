# asJson writes members.
writeln(Map clone asJson, Map with("a", 1) asJson, Map with("k\"", list(nil, true)) asJson)

# asJson of maps and of what they hold.
writeln(Map clone asJson, Map with("a", 1) asJson, Map with("a", list(1, Map with("b", "c"), nil)) asJson)

# asJson quotes and escapes; parseJson reads objects and lists back.
writeln("a\"b" asJson, " ", "a/b" asJson, " ", "\n\t\\" asJson, " ", "" asJson)
m := "{\"a\": [1, 2.5, null, true, false, \"x\"], \"b\": {\"c\": {}}}" parseJson
writeln(m at("a"), " ", m at("b") at("c") type, " ", m size)
writeln(try("" parseJson) error)
writeln(try("{" parseJson) error)
writeln(try("nonsense" parseJson) error)

# The three assignments, and the kind that names a type.
message(a := v) code println
message(A := v) code println
message(a ::= v) code println
message(A ::= v) code println
message(a = v) code println
message(A = v) code println
message(foo Bar := 1) code println
message(Foo bar := 1) code println
message(_A := 1) code println
message(a b c := d e; f) code println

# A colon inside a name belongs to the name; a token that begins with one is an operator.
message(x := 5) code println
message(x :=5) code println
message(x:=5) code println
message(x::=5) code println
message(x=5) code println
message(:a) code println
message(a :b) code println
message(a ::b) code println
try(x:=5) error println

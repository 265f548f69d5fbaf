# A bracket right after the operator is part of the value.
message(x :=(a)) code println
message(x :=(a) b) code println
message(x := (1) + 2) code println
message(x :=((a))) code println
message(x = (a b) c) code println
x := (1 + 2) * 3
x println
y :=(1 + 2) * 3
y println

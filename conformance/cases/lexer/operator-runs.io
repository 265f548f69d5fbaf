# Operator characters run together into one name, known or not.
message(x=-5) code println
message(x = -5) code println
message(a*-b) code println
message(a!=b) code println
message(!a) code println
message(a&&!b) code println
message(a-b) code println
message(3-2) code println
message(a<-b) code println
message('a') code println
message(a ~ b $ c) code println
message(a ->b) code println
x := 1
try(x=-5) error println
try(2*-3) error println
(3-2) println

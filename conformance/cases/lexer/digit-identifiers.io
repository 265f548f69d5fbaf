# Where the number rule fails an identifier is read instead.
message(1.) code println
message(1e) code println
message(1ex) code println
message(3.foo) code println
message(1 + 2e) code println
try(doString("3.foo")) error println
try(doString("1.")) error println
setSlot("7up", "a slot")
doString("1e := 8; 1e") println

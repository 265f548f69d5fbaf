# Words and signs that are not in the table are ordinary messages.
message(a not b) code println
message(a -> b) code println
message(a <- b) code println
message(a => b) code println
message(a ! b) code println
message(a in b) code println
message(a break b) code println
message(a + b -> c * d) code println
message(a + ! b) code println
try(1 => 2) error println

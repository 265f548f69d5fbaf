# An assignment takes everything to its right up to the end of the statement or argument.
message(a := b c + d and e .. f) code println
message(a := 1 b := 2) code println
message(a = b = 3) code println
message(a := b ::= c = 4) code println
message(a + b := 2) code println
message(f(a := 1, b = 2) c) code println
message((a := 1) + 2) code println
message(a := return 5) code println
message(a := b; c := d) code println
a := b := c := 7
list(a, b, c) println
x := 1 + y := 5
list(x, y) println

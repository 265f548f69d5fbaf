# Durations compare by length.
a := Duration clone fromNumber(100)
b := Duration clone fromNumber(200)
writeln(a < b, a == Duration clone fromNumber(100), a > b, a compare(b), a type)
writeln(try(a fromNumber("x")) error)

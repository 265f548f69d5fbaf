# Dates compare by time.
a := Date clone fromNumber(100)
b := Date clone fromNumber(200)
writeln(a < b, a == b, a == Date clone fromNumber(100), a > b, b >= a, a <= a, a != b)
writeln(a compare(b), b compare(a), a compare(a))

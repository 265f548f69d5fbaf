# Transcendental functions take radians; shown with ten decimals.
f := method(x, writeln(x asString(0, 10)))
f(1 sin); f(1 cos); f(1 tan); f(0.5 asin); f(0.5 acos); f(0.5 atan); f(1 atan2(2)); f((-1) atan2(-2))
f(1 exp); f(8 log2); f(1000 log10); f(8 log(2)); f(1000 log(10)); f(1 log)
f(Number constants pi); f(Number constants e)
writeln(Number constants inf, " ", 0 log, " ", 0 sin)

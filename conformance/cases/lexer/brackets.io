# Square and curly brackets are messages of their own, which a program may define.
message([1, 2]) code println
message(foo [1, 2]) code println
message(foo[1]) code println
message(foo{a}) code println
message({}) code println
message(a(b)(c)) code println
message(a(b)[c]{d}) code println
try([1]) error println
try({1}) error println
squareBrackets := method(call evalArgs)
curlyBrackets := method(call message arguments size)
[1, 2 + 3, "x"] println
{a, b, c} println
[] println
Number squareBrackets := method(i, self * 100 + i)
7[5] println

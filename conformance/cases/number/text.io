# Numbers print as 64-bit integers, as 16 decimals without trailing zeros, or in scientific notation above 2^63.
writeln(1, " ", 1.0, " ", 1e15, " ", 1e18, " ", 2 ** 53 + 1, " ", 2 ** 63, " ", -5)
writeln(1 / 3, " ", 100 / 3, " ", 0.1 + 0.2, " ", 0.1 + 0.7, " ", 1.10, " ", 4.35)
writeln(123.456, " ", 1234567.891, " ", 12345678.9, " ", 1e15 + 0.5, " ", 1e16 + 0.5)
writeln(0.000001, " ", 1e-10, " ", 1e-16, " ", 1e-17, " ", 5e-17, " ", 1e-300, " ", (0 - 1e-17))
writeln(1e20, " ", 2 ** 64, " ", 1.0000005e19, " ", 1.0000015e19, " ", 1.5e300, " ", 0 - 1e300, " ", 9.9999999e99)
writeln(1 / 0, " ", (-1) / 0, " ", 0 negate, " ", (0 - 1) * 0)
writeln(1.5 asString, " ", 1.5 asSimpleString, " ", (1 / 3) asJson, " ", "x" .. 2.50)
0.1 println
(2 / 3) print
"" println
4.9406564584124654e-324 println
0.99999999999999994 println

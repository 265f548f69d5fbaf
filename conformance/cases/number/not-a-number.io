# Not-a-number is truthy, spreads, and equals no number.
n := "abc" asNumber
writeln(n isNan, 1 isNan, n == 1, n != 1)
writeln((n + 1) isNan, (n max(1)) isNan)
if(n, "true", "false") println

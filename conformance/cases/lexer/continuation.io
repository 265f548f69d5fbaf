# A backslash before the newline continues the line.
x := 1 + \
    2
x println
list(1, 2) \
    size println
message(a \
b) code println
y := 5    \
    	 - 1
y println

# return is the loosest operator.
message(return 5 + 6) code println
message(return(a) b) code println
message(a return b) code println
message(a == return b) code println
message(return a and b or c .. d) code println
message(return x := 5) code println
message(return) code println
message(f(return, 1)) code println
method(return 1 + 2; 9) call println
method(x, if(x, return "early"); "late") call(true) println

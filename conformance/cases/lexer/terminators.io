# Newlines and semicolons end statements; a run of them is one terminator; leading ones are skipped.
message(a; b) code println
message(a;;; b) code println
message(a;) code println
message(a
b) code println
writeln(1); writeln(2);; writeln(3)
;writeln(4)
list(1,

2
, 3) println
5 print; " " print; 6 println

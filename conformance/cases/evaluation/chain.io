# Each message goes to the result of the one before; a terminator goes back to the start.
"abc" size println
"abc" size + 1 println
("abc" size + 1) println
list(3, 1, 2) sort first println
o := Object clone do(a := 1; b := 2)
o do(a println; b println)
o a; b := 5
b println
(o; 3) println
5 do(println; (+ 1) println; println)
message(a b; c) doInContext(Object clone do(a := Object clone do(b := 1); c := "c")) println

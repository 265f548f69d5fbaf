# Found by comparing generated programs with the reference: only the first expression of `(a, b)` was evaluated, where the others are evaluated for what they do.
(1 println, 2 println, 3 println) println
(writeln("first"); 4, writeln("second"); 5) println
evalArg(6 println, 7 println) println
f := method((return 8, 9 println))
f println
e := try((10 println, Exception raise("stop"), 11 println))
e error println

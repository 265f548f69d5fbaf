# Stops pass through all forms of evaluation, arguments of operators included.
m := method(1 + (return 2) * 3); m println
m := method("a" .. (return 5)); m println
m := method(x := if(true, return 1, 2); 3); m println
m := method(perform("evalArg", 1); if(true, doString("if(true, return 7)")); 8); m println
m := method(Object clone do(return 9); 10); m println
o := Object clone do(k := method(do(lexicalDo(return 11)); 12)); o k println

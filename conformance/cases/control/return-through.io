# return inside a method leaves it through all of these.
m := method(if(true, return 1); 2); m println
m := method(for(i, 1, 3, return i); 0); m println
m := method(while(true, return 1); 0); m println
m := method(3 repeat(i, return i + 10); 0); m println
m := method(list(7, 8) foreach(v, return v); 0); m println
m := method(do(return 1); 2); m println
m := method(doString("return 1"); 2); m println
m := method(doMessage(message(return 1)); 2); m println
m := method(lexicalDo(return 1); 2); m println
m := method(5 switch(5, return 1); 2); m println
m := method(true ifTrue(return 1); 2); m println
m := method(nil ifNilEval(return 1); 2); m println
m := method(if(true) then(return 1); 2); m println
m := method(if(false) then(0) else(return 1); 2); m println
m := method((return 1); 2); m println
m := method(evalArg(return 1); 2); m println
m := method(x := return 1; 2); m println
m := method(Map with("a", 5) foreach(k, v, return v); 2); m println
m := method(1 + (return 9)); m println

# Built-ins in place of an argument that is evaluated with another target than its context: what is not in the argument's own chain belongs to the context, also when a built-in cannot be used in place.
inContext := method(call argAt(0) doInContext(7, call sender))
inContext(for(i, 0, 0, inLoop := 1))
inLoop println
inContext(if(true, inBranch := 2))
inBranch println
inContext(3 repeat(inRepeat := 3))
inRepeat println
inContext(list(4) foreach(x, inForeach := x))
inForeach println
inContext(while(nil == ?inWhile, inWhile := 5))
inWhile println
inContext(list(inList := 6))
inList println
7 hasLocalSlot("inLoop") println

# setStopStatus lets a method end with a stop of its caller.
m := method(call setStopStatus(Break); 5)
writeln(for(i, 1, 3, write(i); m))
m := method(call setStopStatus(Return); write("rest "); 7)
f := method(m; 8)
writeln(f)
m := method(call setStopStatus(Break); call resetStopStatus; 5)
writeln(for(i, 1, 3, write(i); m), method(call stopStatus type) call)

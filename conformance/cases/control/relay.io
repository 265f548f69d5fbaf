# Three ways for a method to let stops through.
g := method(call evalArgAt(0)) setPassStops(true)
f := method(g(return 7); 8)
f println
for(i, 1, 3, write(i); g(break)); writeln
g := method(return call relayStopStatus(call evalArgAt(0)))
f := method(g(return 7); 8)
f println
for(i, 1, 3, write(i); g(break)); writeln
g := method(if(true, call relayStopStatus(call evalArgAt(0))))
f := method(g(return 7); 8)
f println
g := method(call relayStopStatus(call evalArgAt(0)); nil)
for(i, 1, 3, write(i); if(i == 2, g(break))); writeln
for(i, 1, 3, if(i == 2, g(continue)); write(i)); writeln
g(5) println

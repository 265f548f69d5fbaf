# passStops says whether break, continue and return go through to the caller.
g := method(call evalArgAt(0))
writeln(getSlot("g") passStops)
getSlot("g") setPassStops(true)
writeln(getSlot("g") passStops)
m := method(g(return 7); 8)
writeln(m)
r := for(i, 1, 5, if(i == 3, g(break("left"))))
writeln(r)

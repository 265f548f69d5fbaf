# relayStopStatus relays also where it is the whole body.
# divergence: the reference loses the status there
g := method(call relayStopStatus(call evalArgAt(0)))
f := method(g(return 7); 8)
f println
for(i, 1, 3, write(i); if(i == 2, g(break))); writeln
g(5) println

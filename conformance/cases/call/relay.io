# relayStopStatus passes break and continue to the sender's loop.
when := method(c, if(c, call relayStopStatus(call evalArgAt(1)), nil); nil)
r := for(i, 1, 5, when(i == 3, break("left")); write(i, " "))
writeln(r)

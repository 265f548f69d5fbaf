# stopStatus of a call is Normal until it is set.
m := method(list(call stopStatus type, call setStopStatus(Return) type, call resetStopStatus type))
writeln(m type)
m := method(call stopStatus type)
writeln(m)

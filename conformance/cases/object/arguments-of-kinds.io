# argIsActivationRecord and argIsCall recognise locals and calls.
# divergence: argIsActivationRecord looks for a slot call of the receiver
m := method(list(argIsActivationRecord(thisLocalContext), argIsCall(call), argIsCall(5), argIsActivationRecord(5)))
writeln(m)
writeln(Object argIsCall(5), Object argIsActivationRecord(Object clone))

# stopStatus in a method consumes the stop of its argument.
m := method(list(stopStatus(return 5) type, stopStatus(break) type, stopStatus(continue) type, stopStatus(1) type))
writeln(m)

# asMessage has the items as arguments.
m := list(1, "a", nil) asMessage
writeln(m name, " ", m argCount, " ", m argsEvaluatedIn(Lobby))
writeln(list(3, 4) asMessage setName("+") argAt(0))

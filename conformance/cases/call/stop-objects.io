# stopStatus answers one of four objects.
writeln(stopStatus(1) type, stopStatus(break) type, stopStatus(continue) type, stopStatus(return 5) type)
writeln(stopStatus(return 5) isReturn, stopStatus(break) isBreak, Continue isContinue, Normal isBreak, Break stopLooping, Return stopLooping, Normal stopLooping)
s := stopStatus(x := 1 + 1; break(3))
writeln(x, s == Break, Eol type)

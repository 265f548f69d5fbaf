# doInContext, argsEvaluatedIn, asMessageWithEvaluatedArgs, doMessage.
o := Object clone do(x := 4)
writeln(message(1 + 2) doInContext(Lobby), message(x) doInContext(o), message(x + y) doInContext(o, Object clone do(y := 5; x := 6)))
writeln(message(foo(1 + 1, 2)) argsEvaluatedIn(Lobby), message(foo) argsEvaluatedIn(Lobby), message(f(x)) argsEvaluatedIn(o))
m := message(list(1 + 1, "x" size)) asMessageWithEvaluatedArgs(Lobby)
writeln(m doInContext(Lobby), 5 doMessage(message(+ 1)))

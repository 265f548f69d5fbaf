# argsEvaluatedIn and asMessageWithEvaluatedArgs evaluate arguments in a context.
o := Object clone do(x := 5)
writeln(message(f(x, x + 1)) argsEvaluatedIn(o), " ", message(f(x)) asMessageWithEvaluatedArgs(o))
writeln(message(f) argsEvaluatedIn(o), try(message(f(unknown)) argsEvaluatedIn(o)) error)

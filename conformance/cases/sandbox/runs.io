# A Sandbox evaluates text in a fresh world and answers a Number, a Sequence or nil.
s := Sandbox clone
x := 5
writeln(s type, " ", s doSandboxString("1 + 1"), " ", s doSandboxString("\"a\" .. 5"), " ", s doSandboxString("Object clone"))
writeln(s doSandboxString("writeln(\"inside\"); hasSlot(\"x\") asString"))
writeln(s messageCount, " ", s timeLimit, " ", s setMessageCount(100) messageCount, " ", s setTimeLimit(2) timeLimit, " ", Sandbox messageCount)
s printCallback("called\n")
writeln(try(s doSandboxString(5)) error, "; ", try(s doSandboxString) error)

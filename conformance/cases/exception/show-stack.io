# showStack writes the type and the error.
e := try(Exception raise("text"))
s := e coroutine backTraceString
writeln(s containsSeq("Exception: text"))

# The text of a trace begins with the kind and the error.
e := try(Exception raise("boom"))
lines := e coroutine backTraceString split("\n")
lines at(1) println
lines at(2) println
MyError := Exception clone
try(MyError raise("mine")) coroutine backTraceString split("\n") at(1) println

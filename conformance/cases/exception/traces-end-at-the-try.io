# A trace tells of the coroutine of the try, and of nobody below it.
m := method(e := try(foo); e showStack)
m
q := method(try(foo) showStack; nil)
q
a := method(call argAt(0) doInContext(call target))
a(b := try(raiseException))
b showStack
s := method(try(try(foo) showStack); nil)
s
"end" println

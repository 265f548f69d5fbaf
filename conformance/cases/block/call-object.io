# In a block, target and sender of the call are the caller's locals.
b := block(call target == call sender)
b call println
m := method(tag := "of m"; b2 := block(call sender tag); b2 call)
m println
block(call message name) call println
block(call activated type) call println
block(x, call argAt(0) code) call(1 + 2) println
block(call evalArgs) call(1, 2 + 3) println
block(call argCount) call(1, 2, 3) println

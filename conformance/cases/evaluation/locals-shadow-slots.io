# In a method, setSlot without receiver makes a local, updateSlot updates the receiver.
o := Object clone do(y := 3)
o m := method(setSlot("y", 9); list(y, self y)); o m println
o m := method(updateSlot("y", 8); list(y, self y)); o m println
o m := method(removeSlot("y"); y); o m println
o m := method(do(zz := 4); zz); o m println
o hasSlot("zz") println
o m := method(newSlot("w", 1); thisLocalContext hasLocalSlot("w")); o m println
o hasLocalSlot("w") println
o m := method(v := 1; removeSlot("v"); try(v) error); o m println
o m := method(perform("y")); o m println
o m := method(doString("y")); o m println
o m := method(perform("y") + doString("y + 1")); o m println

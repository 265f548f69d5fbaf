# A block without scope that is activatable is a method.
b := block(self type .. " " .. y)
o := Object clone do(y := 5; type := "Kind")
getSlot("b") setScope(nil) setIsActivatable(true)
o m := getSlot("b")
o m println
m := method(1)
f := getSlot("m") setIsActivatable(false)
f type println
f call println

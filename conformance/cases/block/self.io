# In a block, self is the enclosing locals, which answer for their own self.
o := Object clone do(y := 3; type := "OO"; name := method("name of o"))
o m := method(block(self y) call)
o m println
o m := method(block(y) call)
o m println
o m := method(block(self type) call)
o m println
o m := method(block(name) call)
o m println
o m := method(block(self fresh := 1) call; fresh)
o m println
o hasSlot("fresh") println
block(self == Lobby) call println
o m := method(block(self self == thisContext) call)
o m println
o m := method(block(block(self self y) call) call)
o m println

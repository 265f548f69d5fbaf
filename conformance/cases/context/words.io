# thisContext, thisLocalContext, thisMessage in their places.
(thisContext == Lobby) println
(thisLocalContext == Lobby) println
doString("thisMessage name") println
doString("thisMessage code") println
o := Object clone
o m := method(list(thisContext == self, thisLocalContext == thisContext, call sender == Lobby))
o m println
o m := method(x := 5; thisLocalContext x)
o m println
o m := method(thisMessage next next name)
o m println
o do(same := thisContext)
(o same == o) println
o do(same := thisLocalContext)
(o same == o) println

# Kinds of exceptions are clones.
MyError := Exception clone
OtherError := Exception clone
SubError := MyError clone
e := try(SubError raise("sub"))
e type println
list(e isKindOf(SubError), e isKindOf(MyError), e isKindOf(OtherError), e isKindOf(Exception)) println
e error println
MyError describe := method("described: " .. error)
try(MyError raise("m")) describe println
e describe println
(MyError error) println
(e == SubError) println

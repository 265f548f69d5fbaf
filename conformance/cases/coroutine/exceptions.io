# An exception ends its coroutine silently and is kept.
coroDoLater(Exception raise("later"))
yield
writeln("after")
c := coroFor(Exception raise("kept"))
c resume
c exception error println
c isFinished println
d := coroFor(try(Exception raise("inner")); "survived")
d resume
d exception println
d result println
e := try(coroDo(Exception raise("not the try's")); "the try goes on" println)
e println
